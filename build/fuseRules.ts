// Electron's nine fuses as they must stand in what ships: the table, and the comparison with what was read back.
// Setting them is electron-builder's part (electron-builder.yml); this file is the second, independent copy.

/** Whether a fuse is on, off, or not what the executable was expected to hold. */
export type FuseReading = 'on' | 'off' | 'inherit' | 'removed' | 'missing' | 'unknown'

/** One fuse, in the order of the fuse wire. */
export interface WantedFuse {
  readonly name: string
  readonly wanted: 'on' | 'off'
}

/** A fuse compared with what was read. */
export interface FuseFinding extends WantedFuse {
  readonly found: FuseReading
  readonly isRight: boolean
}

/** Position in the list is position in the wire (electron/build/fuses/fuses.json5, version 1). */
export const WANTED_FUSES: readonly WantedFuse[] = [
  { name: 'RunAsNode', wanted: 'off' },
  { name: 'EnableCookieEncryption', wanted: 'on' },
  { name: 'EnableNodeOptionsEnvironmentVariable', wanted: 'off' },
  { name: 'EnableNodeCliInspectArguments', wanted: 'off' },
  { name: 'EnableEmbeddedAsarIntegrityValidation', wanted: 'on' },
  { name: 'OnlyLoadAppFromAsar', wanted: 'on' },
  { name: 'LoadBrowserProcessSpecificV8Snapshot', wanted: 'off' },
  { name: 'GrantFileProtocolExtraPrivileges', wanted: 'off' },
  { name: 'WasmTrapHandlers', wanted: 'on' },
]

/** The byte of one fuse: ASCII "0", "1" and "r", or 0x90 for "as the build has it". */
const READING_BY_BYTE = new Map<unknown, FuseReading>([
  [0x30, 'off'],
  [0x31, 'on'],
  [0x72, 'removed'],
  [0x90, 'inherit'],
  [undefined, 'missing'],
])

/**
 * Compares the bytes of a fuse wire with the table.
 * @param bytes one byte a fuse, in wire order
 * @returns one finding for each wanted fuse, and one for each byte beyond them: a fuse nobody decided on is wrong
 */
export function compareFuses(bytes: readonly number[]): readonly FuseFinding[] {
  const reading = (byte: number | undefined): FuseReading => READING_BY_BYTE.get(byte) ?? 'unknown'
  const known = WANTED_FUSES.map(({ name, wanted }, index): FuseFinding => {
    const found = reading(bytes[index])
    return { name, wanted, found, isRight: found === wanted }
  })
  const beyond = bytes.slice(WANTED_FUSES.length).map(
    (byte, index): FuseFinding => ({
      name: `undecided fuse ${WANTED_FUSES.length + index}`,
      wanted: 'off',
      found: reading(byte),
      isRight: false,
    }),
  )
  return [...known, ...beyond]
}
