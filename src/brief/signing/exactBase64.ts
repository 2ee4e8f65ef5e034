/** Base64 in its one form: with padding, no spaces, and no bits to spare. */

/** Null for anything but the form that {@link toBase64} gives, or for another length than wanted. */
export function fromBase64(text: string, length: number): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === length && bytes.toString('base64') === text ? new Uint8Array(bytes) : null
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
