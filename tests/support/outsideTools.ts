/** Programs of other authors that a test compares ours with, where they are installed. */
import { execFileSync, spawnSync } from 'node:child_process'

/** Is there such a program? Says so once when there is not, so that a skipped test is seen. */
export function hasTool(name: string): boolean {
  const isThere = spawnSync(name, ['--help']).error === undefined
  if (!isThere) process.stdout.write(`skipped: ${name} is not installed\n`)
  return isThere
}

/** Runs a program to its end; its exit code and what it wrote. */
export function runTool(
  name: string,
  args: readonly string[],
  input?: string,
): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(name, [...args], { encoding: 'utf8', input })
  return { code: status, stdout, stderr }
}

/** The bytes that a program writes; throws when it fails. */
export function bytesFromTool(name: string, args: readonly string[]): Uint8Array {
  return new Uint8Array(execFileSync(name, [...args], { stdio: ['ignore', 'pipe', 'ignore'] }))
}
