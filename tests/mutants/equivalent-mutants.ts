/** Mutants that change nothing that can be seen: file, a part of the line, the mutant, and why. */
const KNOWN: readonly (readonly [file: string, line: string, mutant: string, why: string])[] = [
  [
    'days.ts',
    'const [year = 0',
    '0 → 1',
    'a text that is no day has neither year nor month nor date; one of them refuses it',
  ],
  [
    'days.ts',
    'dayOfEra / 1460',
    '1460 → 1459',
    'the leap day goes earlier in its year; every first of March is checked',
  ],
  ['days.ts', 'dayOfEra / 1460', '36_524 → 36523', 'the same for centuries'],
  ['days.ts', 'dayOfEra / 1460', '146_096 → 146095', 'the same for eras'],
  ['moments.ts', 'offset.slice(4, 6)', '6 → 7', 'an offset has six letters'],
  ['steps.ts', 'days < 0', '< → <=', 'no term has 0 days'],
  ['steps.ts', 'days < 0', '0 → 1', 'no term has 0 days'],
  ['ladder.ts', 'value === null || index === null', '|| → &&', 'a figure and its rung are unknown together'],
  ['ladder.ts', '?.[figure] ?? 0', '0 → 1', 'there is always a rung'],
]

export function isEquivalent(file: string, line: string, what: string): boolean {
  const mutant = what.replace(/^line \d+: /, '')
  return KNOWN.some(([name, part, known]) => name === file && line.includes(part) && known === mutant)
}
