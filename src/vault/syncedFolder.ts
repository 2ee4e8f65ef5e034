/**
 * Folders that a program copies to other computers behind our back, recognised by name, marker file or setting.
 *
 * What cannot be told: "Desktop & Documents" in iCloud on a Mac, and a sync folder that was renamed and has no marker.
 */

/** One segment of a path, in lower case. Names that only such a folder has: a "box" or "sync" may be anything. */
const FOLDER_NAMES: readonly RegExp[] = [
  // With the organisation behind it, as in "OneDrive - Example".
  /^(dropbox|onedrive|nextcloud|owncloud|seafile|seadrive|proton drive|pcloud ?drive|megasync)\d?( - .+| \(.+\))?$/,
  /^(google ?drive|googledrive-.+|icloud ?drive|yandex\.disk|box sync|tresorit(drive)?)$/,
]

/** Consecutive segments. macOS keeps everything of a sync program under the second, whoever made it. */
const FOLDER_PAIRS: readonly (readonly [string, string])[] = [
  ['library', 'mobile documents'],
  ['library', 'cloudstorage'],
]

/** What sync programs leave in the topmost folder that they look after. (`.dropbox` is in every such home folder.) */
const MARKERS: readonly string[] = [
  '.dropbox.cache',
  '.stfolder',
  '.owncloudsync.log',
  '.nextcloudsync.log',
  '.megaignore',
  '.tmp.drivedownload',
]

/**
 * True when the absolute `folder`, or one above it, is known to be synchronised. `exists` asks for a file by its path;
 * `syncRoots` are folders that the system itself names as such.
 */
export function isSyncedFolder(
  folder: string,
  exists: (path: string) => boolean,
  syncRoots: readonly string[],
): boolean {
  const separator = folder.includes('\\') ? '\\' : '/'
  const segments = folder.split(/[\\/]/)
  const names = segments.map((segment) => segment.toLowerCase())
  const isKnownName = names.some(
    (name, index) =>
      FOLDER_NAMES.some((pattern) => pattern.test(name)) ||
      FOLDER_PAIRS.some(([first, second]) => first === name && second === names[index + 1]),
  )
  if (isKnownName) return true
  const lowerFolder = `${names.join('/')}/`
  if (syncRoots.some((root) => lowerFolder.startsWith(`${withoutEnd(root)}/`))) return true
  return segments.some((_, index) => {
    const above = segments.slice(0, index + 1).join(separator)
    return MARKERS.some((marker) => exists(`${above}${separator}${marker}`))
  })
}

function withoutEnd(root: string): string {
  return root.toLowerCase().split(/[\\/]/).join('/').replace(/\/+$/, '')
}
