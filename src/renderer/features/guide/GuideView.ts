/** The user guide, read when somebody opens it. */
import { onDemand } from '../../onDemand.tsx'

export const GuideView = onDemand(async () => (await import('./GuideDialog.tsx')).GuideDialog)
