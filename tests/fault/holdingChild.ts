/** `node holdingChild.ts PATH`: opens the log, says so, and keeps it open until its input ends. */
import { expectValue, openTestLog } from '../support/vault/testLog.ts'

const session = expectValue(await openTestLog(process.argv[2] ?? ''))
console.log(session.info().path)
process.stdin.on('end', () => void session.close().then(() => process.stdin.unref()))
process.stdin.resume()
