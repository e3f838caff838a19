/** Fields of a form as data: a stage page lists them, `FieldGrid` draws them, `useAutosave` saves them. */
import type { ReactNode } from 'react'
import type { CaseFile, CaseTable, Values as RowValues } from '../../../shared/case/tables.ts'
import type { OpenLabels } from '../../../shared/labels.ts'
import type { Values } from '../../save/drafts.ts'

/** Tables with a form: those of a case and the register row itself. */
export type FormTable = CaseTable | 'caseFile'

export type ColumnOf<T extends FormTable> = T extends CaseTable ? keyof RowValues<T> & string : keyof CaseFile & string

/** Tables whose rows another row may point to. */
export type RefTable =
  | 'unit'
  | 'person'
  | 'cause'
  | 'evidence'
  | 'document'
  | 'team'
  | 'proposal'
  | 'measure'
  | 'liability'

export type Option = { readonly value: string; readonly label: string }

type Common<T extends FormTable> = {
  readonly label: string
  /** columns of the grid of four; prose and lists take two by themselves */
  readonly span?: 1 | 2 | 3 | 4
  /** a quiet line under the field */
  readonly help?: ReactNode
  /** ▲ sentence under the field, by what is typed; null when there is nothing to say */
  readonly hint?: (values: Values) => string | null
  readonly isShown?: (values: Values) => boolean
  readonly placeholder?: string
  readonly name: ColumnOf<T>
}

/** Columns of an uncertain time; `name` of the field is `from`. */
export type TimeColumns<T extends FormTable> = {
  readonly from: ColumnOf<T>
  readonly to: ColumnOf<T>
  readonly precision: ColumnOf<T>
  readonly text: ColumnOf<T>
}

export type FieldSpec<T extends FormTable> = Common<T> &
  (
    | { readonly kind: 'text'; readonly suggestions?: readonly string[] }
    | { readonly kind: 'prose'; readonly rows?: number }
    | {
        readonly kind: 'number'
        readonly unit?: string
        /** why a number is refused though it is one, by what else is typed; null where it is not */
        readonly refusal?: (value: number, values: Values) => string | null
      }
    /** 分 in the file, 万元 on the screen */
    | { readonly kind: 'money' }
    | { readonly kind: 'day' }
    /** an instant to the minute */
    | { readonly kind: 'instant' }
    /** 2026年7月12日15时33分许 in one field; four columns in the file */
    | { readonly kind: 'time'; readonly columns: TimeColumns<T> }
    /** options left out: the labels of the column */
    | { readonly kind: 'choice'; readonly options?: OpenLabels | readonly Option[] }
    /** 是 / 否 / 不明 */
    | { readonly kind: 'yesNo' }
    /** a row of this case; `isAddable` offers to add what was typed */
    | { readonly kind: 'ref'; readonly table: RefTable; readonly isAddable?: boolean }
    /** a list of texts, one a line */
    | { readonly kind: 'list'; readonly rows?: number }
  )

/** What every field component gets. */
export type FieldProps = {
  readonly id: string
  readonly value: unknown
  /** text that was no value, kept as typed */
  readonly text: string | undefined
  readonly placeholder: string | undefined
  readonly describedBy: string | undefined
  readonly isInvalid: boolean
  readonly isLocked: boolean
  readonly onChange: (value: unknown) => void
  readonly onText: (text: string, problem: string) => void
}
