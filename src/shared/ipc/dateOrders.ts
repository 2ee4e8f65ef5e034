/** In which order a file to be imported writes day, month and year, where it does not write them unmistakably. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const
