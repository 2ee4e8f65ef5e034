/** Fonts, templates and the worked example, as they lie in the checkout. */
import path from 'node:path'

export const RESOURCES_DIR = path.join(import.meta.dirname, '../../resources')
