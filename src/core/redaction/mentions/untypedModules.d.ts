/** Modules that ship without types. */
declare module 'opencc-js/dict/TSCharacters' {
  /** "traditional simplified|traditional simplified": where there are several of the latter, the usual one first. */
  const pairs: string
  // biome-ignore lint/style/noDefaultExport: it is how the module is written.
  export default pairs
}
