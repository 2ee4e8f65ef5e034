/** Stores settings in main and shows them at once. */
import type { Reply } from '../../../shared/ipc/api.ts'
import type { Settings } from '../../../shared/ipc/app.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'
import { acceptSettings } from '../../store.ts'

/** The stored settings, or why they were not stored; then the old ones stay in force. */
export async function saveSettings(settings: Settings): Promise<Reply<'settings.set'>> {
  const reply = await answerOf(daybook().settingsSet(settings))
  if (reply.ok) acceptSettings(reply.value)
  return reply
}
