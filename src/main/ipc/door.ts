/**
 * The door between renderer and main. Every call is checked in this order: sender frame there, main frame, our
 * page → input parses strictly → handler → output parses. Anything else is refused with a code.
 */
import { type IpcMainInvokeEvent, ipcMain, type WebFrameMain } from 'electron'
import { type AppError, appError } from '../../core/appError.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { CALLS, type Call, type EventName } from '../../shared/ipc/channels.ts'
import { CONTRACT, EVENT_CONTRACT, type EventValue } from '../../shared/ipc/contract.ts'
import type { Desk } from '../desk/createDesk.ts'
import { isOwnPage, ORIGIN } from '../security/origin.ts'
import { mainWindow } from '../window.ts'

type Frame = Pick<WebFrameMain, 'parent' | 'origin' | 'url'>

/** Our page, in the top frame. A null frame is one that is gone; an empty URL is refused, not let through. */
export function isTrustedSender(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === ORIGIN && isOwnPage(frame.url)
}

type Handler = (input: unknown) => Promise<Result<unknown, AppError>>

export function registerDoor(desk: Desk): void {
  for (const call of CALLS) {
    ipcMain.handle(call, async (event: IpcMainInvokeEvent, untrustedInput: unknown) =>
      isTrustedSender(event.senderFrame)
        ? answer(call, untrustedInput, desk.handlers[call] as Handler)
        : err(appError('ipc/untrusted-sender')),
    )
  }
}

/** One call through the door, apart from the sender check. A defect of ours becomes `app/defect`, without detail. */
export async function answer(
  call: Call,
  untrustedInput: unknown,
  handler: Handler,
): Promise<Result<unknown, AppError>> {
  const input = CONTRACT[call].input.safeParse(untrustedInput)
  if (!input.success) return err(appError('ipc/invalid-input', { call }))
  try {
    const result = await handler(input.data)
    if (!result.ok) return err(appError(result.error.code, result.error.fields))
    const output = CONTRACT[call].output.safeParse(result.value)
    return output.success ? ok(output.data) : err(appError('app/defect', { call }))
  } catch {
    return err(appError('app/defect', { call }))
  }
}

/** Tells the window; dropped when there is none. Throws when the value does not fit the contract. */
export function sendEvent<E extends EventName>(name: E, value: EventValue<E>): void {
  const parsed: unknown = EVENT_CONTRACT[name].parse(value)
  mainWindow()?.webContents.send(name, parsed)
}
