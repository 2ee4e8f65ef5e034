/**
 * The door between renderer and main. Every call is checked in this order: sender frame there, main frame, our
 * page → input parses strictly → handler → output parses. Anything else is refused with a code.
 */
import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { appError } from '../../core/appError.ts'
import { err } from '../../core/result.ts'
import { CALLS, type EventName } from '../../shared/ipc/channels.ts'
import { EVENT_CONTRACT, type EventValue } from '../../shared/ipc/contract.ts'
import type { Desk } from '../desk/createDesk.ts'
import { mainWindow } from '../window.ts'
import { answer, type Handler, isTrustedSender } from './answer.ts'

export function registerDoor(desk: Desk): void {
  for (const call of CALLS) {
    ipcMain.handle(call, async (event: IpcMainInvokeEvent, untrustedInput: unknown) =>
      isTrustedSender(event.senderFrame)
        ? answer(call, untrustedInput, desk.handlers[call] as Handler)
        : err(appError('ipc/untrusted-sender')),
    )
  }
}

/** Tells the window; dropped when there is none. Throws when the value does not fit the contract. */
export function sendEvent<E extends EventName>(name: E, value: EventValue<E>): void {
  const parsed: unknown = EVENT_CONTRACT[name].parse(value)
  mainWindow()?.webContents.send(name, parsed)
}
