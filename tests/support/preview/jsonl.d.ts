declare module '*.jsonl?url' {
  const url: string
  // biome-ignore lint/style/noDefaultExport: what Vite gives
  export default url
}
