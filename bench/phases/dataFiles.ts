/** The made-up log on disk: the same bytes for every engine. */
import fs from 'node:fs'
import path from 'node:path'
import type { Incident } from '../../src/core/incident.ts'
import type { Log } from '../../src/core/log.ts'

/** The whole log as one JSON text. */
export const dataPath = (folder: string): string => path.join(folder, 'data.json')
/** Ids of its incidents, in order of entry. */
export const idsPath = (folder: string): string => path.join(folder, 'ids.json')
/** The incidents to import. */
export const importPath = (folder: string): string => path.join(folder, 'import.json')

export const readData = (folder: string): Log => JSON.parse(fs.readFileSync(dataPath(folder), 'utf8'))
export const readIds = (folder: string): string[] => JSON.parse(fs.readFileSync(idsPath(folder), 'utf8'))
export const readImport = (folder: string): Incident[] =>
  JSON.parse(fs.readFileSync(importPath(folder), 'utf8'))
