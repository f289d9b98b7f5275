// wawoff2 (MIT) carries no types: Google's WOFF2 reader, compiled to WebAssembly.
declare module 'wawoff2' {
  const wawoff2: { decompress(woff2: Uint8Array): Promise<Uint8Array> }
  export default wawoff2
}
