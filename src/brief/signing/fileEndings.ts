/** How the names of files beside or around a brief end. */

/** Of a signature, after the whole name of the file it signs. */
export const SIGNATURE_ENDING = '.minisig'
/** Of a sealed file: `age -d` gives a tar. */
export const SEALED_ENDING = '.tar.age'
