/**
 * Which file system a path of Linux lies on, from the text of /proc/self/mountinfo (proc_pid_mountinfo(5)):
 *
 *   36 35 98:0 /root /mount/point options optional… - type source super-options
 */

export interface Mount {
  readonly mountPoint: string
  /** As the kernel calls it: `ext4`, `nfs4`, `fuse.sshfs`. */
  readonly type: string
  readonly superOptions: string
}

/** The mounts in order; lines that are not understood are left out. */
export function parseMountInfo(untrustedText: string): readonly Mount[] {
  return untrustedText.split('\n').flatMap((line) => {
    const [left, right] = line.split(' - ')
    const mountPoint = left?.split(' ')[4]
    const [type, , superOptions] = right?.split(' ') ?? []
    if (mountPoint === undefined || type === undefined) return []
    return [{ mountPoint: decodeOctal(mountPoint), type, superOptions: decodeOctal(superOptions ?? '') }]
  })
}

/** The mount that an absolute path without symbolic links lies on: the longest, and of those the last, which hides. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | undefined {
  let found: Mount | undefined
  for (const mount of mounts) {
    const prefix = mount.mountPoint === '/' ? '/' : `${mount.mountPoint}/`
    const holds = path === mount.mountPoint || path.startsWith(prefix)
    if (holds && (found === undefined || mount.mountPoint.length >= found.mountPoint.length)) found = mount
  }
  return found
}

/** Blank, tab, line feed and backslash are written as a backslash with three octal digits. */
function decodeOctal(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  )
}
