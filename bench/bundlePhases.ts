/**
 * The measured code as it ships: bundled, so that the time Node takes to strip types from the sources is not counted
 * as time to open a log.
 */
import path from 'node:path'
import { build } from 'vite'

const ROOT = path.join(import.meta.dirname, '..')

/** Bundles phases and the vault's thread into `folder`; returns the path of the script to run. */
export async function bundlePhases(folder: string): Promise<string> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: {
          main: path.join(import.meta.dirname, 'phases/main.ts'),
          journalWorker: path.join(ROOT, 'src/vault/file/journalWorker.ts'),
        },
        // One flat folder, as in the app: the thread's code is looked for beside the code that starts it.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    ssr: { noExternal: true },
  })
  return path.join(folder, 'main.js')
}
