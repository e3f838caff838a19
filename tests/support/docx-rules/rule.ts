import type { Model } from './package.ts'

/** What a rule found wrong, in words that lead to the place. */
export type Rule = (model: Model) => readonly string[]

export const twips = (mm: number): number => mm * 56.6929

export const isNear = (value: number, wanted: number, tolerance: number): boolean =>
  Math.abs(value - wanted) <= tolerance

export const HAN = /\p{sc=Han}/u
