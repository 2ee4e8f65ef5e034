import { EventEmitter } from 'node:events'

// For `node --import`, in a child process that stands in for Electron's utility process: `process.parentPort`.

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    process.send?.(message)
  }
}

const port = new ParentPort()
// As in Electron, messages wait until somebody listens, and the process lives until it is ended or its parent is gone.
port.once('newListener', () => process.on('message', (data) => port.emit('message', { data, ports: [] })))
process.once('disconnect', () => process.exit())
Object.defineProperty(process, 'parentPort', { value: port, enumerable: true })
Object.assign(process, { type: 'utility' })
