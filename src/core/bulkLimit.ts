/** How large one change of many records may be; by itself, so that the window reads no schema for it. */

/** Records of one change: each is read, checked and written with its history. */
export const MOST_EDITED = 20_000
