import type { OutcomeGroup, ReviewResult } from '@/domain/figure'
import { mixed } from './colour'

/** Colours of a picture. Outcomes run from open to closed and keep their colour everywhere. */
export interface Palette {
  readonly name: 'light' | 'dark'
  readonly background: string
  readonly text: string
  readonly muted: string
  readonly grid: string
  readonly axis: string
  /** The one accent, for focus and single series. */
  readonly accent: string
  /** A single series that is not in focus. */
  readonly quiet: string
  readonly outcomes: Readonly<Record<OutcomeGroup, string>>
  readonly results: Readonly<Record<Exclude<ReviewResult, 'total'>, string>>
  /** Distinct categories, in order; never more than these. */
  readonly series: readonly string[]
  /** Light to strong, for heat. */
  readonly heat: readonly [string, string]
  /** Outline of what is not stated. */
  readonly missing: string
}

export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    name: 'light',
    background: '#ffffff',
    text: '#1c2430',
    muted: '#5b6675',
    grid: '#e6e9ee',
    axis: '#aeb6c2',
    accent: '#1f5fa8',
    quiet: '#9fb4cc',
    outcomes: { granted: '#14588f', 'partly-granted': '#5aa6d8', refused: '#c8431c', unavailable: '#e2a11d', 'not-processed': '#85789f', other: '#a9aeb5' },
    results: { upheld: '#5aa6d8', corrected: '#c8431c', other: '#a9aeb5', pending: '#d9c27a' },
    series: ['#1f5fa8', '#c8431c', '#2f8f6b', '#b07a12', '#7a5fa0', '#4f6272', '#b2557e', '#6b8e23'],
    heat: ['#eef3f8', '#14588f'],
    missing: '#9aa4b1',
  },
  dark: {
    name: 'dark',
    background: '#171c24',
    text: '#e6eaf0',
    muted: '#a3adba',
    grid: '#2b333f',
    axis: '#566273',
    accent: '#6fb1ee',
    quiet: '#46607c',
    outcomes: { granted: '#3f8fd0', 'partly-granted': '#94c9ee', refused: '#e8714a', unavailable: '#f0c05a', 'not-processed': '#a99bc6', other: '#7d858f' },
    results: { upheld: '#94c9ee', corrected: '#e8714a', other: '#7d858f', pending: '#c9b266' },
    series: ['#6fb1ee', '#e8714a', '#63c39c', '#e0b04d', '#b49ad8', '#9db0c2', '#e08fb2', '#a9c765'],
    heat: ['#1f2a38', '#94c9ee'],
    missing: '#6d7888',
  },
}

/** As many colours as there are categories: the distinct ones first, then greys from strong to light, which only order tells apart. */
export const manyColours = ({ series, muted, grid }: Palette, count: number): string[] =>
  Array.from({ length: count }, (_, at) => series[at] ?? mixed(muted, grid, (at - series.length + 1) / (count - series.length + 1)))
