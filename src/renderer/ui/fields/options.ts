import type { OpenLabels } from '../../../shared/labels.ts'
import { labelsOf } from '../../../shared/text.ts'
import type { FieldSpec, FormTable, Option } from './spec.ts'

const isList = (options: OpenLabels | readonly Option[]): options is readonly Option[] => Array.isArray(options)

/** Options of a choice: its own, or the labels of the column. */
export function optionsOf<T extends FormTable>(
  table: T,
  spec: FieldSpec<T> & { readonly kind: 'choice' },
): readonly Option[] {
  const given = spec.options ?? labelsOf(table, spec.name) ?? {}
  return isList(given) ? given : Object.entries(given).map(([value, label]) => ({ value, label }))
}
