/**
 * The bridge: one named function per channel of the closed list, and nothing else. No generic invoke, no event
 * object handed on; a subscription answers with its own end.
 */
import { contextBridge, ipcRenderer } from 'electron'
import type { DaybookApi } from '../shared/ipc/api.ts'
import { CALLS, EVENTS } from '../shared/ipc/channels.ts'

const camel = (channel: string): string =>
  channel.replace(/\.(\w)/, (_all, first: string) => first.toUpperCase())
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

const calls = CALLS.map(
  (channel) => [camel(channel), (input: unknown) => ipcRenderer.invoke(channel, input)] as const,
)
const subscriptions = EVENTS.map((channel) => {
  const subscribe = (listener: (value: unknown) => void): (() => void) => {
    const receive = (_event: unknown, value: unknown): void => listener(value)
    ipcRenderer.on(channel, receive)
    return () => {
      ipcRenderer.removeListener(channel, receive)
    }
  }
  return [`on${capital(camel(channel))}`, subscribe] as const
})

const api = Object.fromEntries([...calls, ...subscriptions]) as unknown as DaybookApi
contextBridge.exposeInMainWorld('daybook', api)
