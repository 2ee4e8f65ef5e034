import { argon2Sync } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

let answer = 'argon2 is there'
try {
  argon2Sync('argon2id', {
    message: 'm',
    nonce: 'a salt of 16 bytes',
    parallelism: 1,
    tagLength: 32,
    memory: 8,
    passes: 1,
  })
} catch (error) {
  answer = error.message
}
parentPort.postMessage(answer)
