import { initial } from './0001-initial.ts'
import { sentReports } from './0002-sent-reports.ts'

/** Forward only, in order; `user_version` of the database is the number of the last one. A shipped one never changes. */
export const migrations: readonly { readonly name: string; readonly statements: readonly string[] }[] = [
  { name: '0001-initial', statements: initial },
  { name: '0002-sent-reports', statements: sentReports },
]
