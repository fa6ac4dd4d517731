import { hasFigure, type Format } from '../formats'

/** Items of table 2 that are kept as a stock: issued, repealed, in force. */
export const STOCKS = ['rules', 'documents'] as const
/** Whether a form asks for all three. */
export const hasStocks = (format: Format): boolean => hasFigure(format, 'documents.in-force')

/** Items of table 2 whose number the year before is asked for beside the change. */
export const LISTED = ['licences', 'services', 'penalties', 'measures', 'fees'] as const
/** Whether a form asks for both. */
export const listsItems = (format: Format): boolean => hasFigure(format, 'licences.items-before')
