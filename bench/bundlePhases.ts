/**
 * The measured code as it ships: bundled, so that the time Node takes to strip types from the sources is not counted
 * as time to open a log.
 */
import path from 'node:path'
import { build } from 'vite'

const ROOT = path.join(import.meta.dirname, '..')
const TYPESETTERS = ['@myriaddreamin/typst-ts-node-compiler', '@myriaddreamin/typst-ts-web-compiler']

/** Bundles phases and the vault's thread into `folder`; returns the path of the script to run. */
export async function bundlePhases(folder: string): Promise<string> {
  await bundle(folder, {
    main: path.join(import.meta.dirname, 'phases/main.ts'),
    journalWorker: path.join(ROOT, 'src/vault/file/journalWorker.ts'),
  })
  return path.join(folder, 'main.js')
}

/**
 * The same of the brief bench. The typesetter is no part of the bundle, nor is it in the app: `folder` is to have it
 * among its own `node_modules`.
 */
export async function bundleBrief(folder: string): Promise<string> {
  await bundle(folder, {
    brief: path.join(import.meta.dirname, 'phases/brief.ts'),
    typesetProcess: path.join(ROOT, 'src/brief/typesetProcess.ts'),
    readerWorker: path.join(ROOT, 'src/brief/gate/readerWorker.ts'),
  })
  return path.join(folder, 'brief.js')
}

async function bundle(folder: string, input: Readonly<Record<string, string>>): Promise<void> {
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
        input,
        // One flat folder, as in the app: a thread's code is looked for beside the code that starts it.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    ssr: { noExternal: true, external: TYPESETTERS },
  })
}
