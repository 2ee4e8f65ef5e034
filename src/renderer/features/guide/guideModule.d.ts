/** Made by build/guidePlugin.ts. */
declare module 'virtual:guide' {
  export const GUIDE: import('./guideText.ts').Guide
  /** Addresses of the pictures, by their names. */
  export const PICTURES: Readonly<Record<string, string>>
}
