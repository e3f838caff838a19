/** What the commands do with an open library. Each returns the exit code; AppError becomes the sentence on stderr. */
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { caseTables } from '../../shared/case/tables.ts'
import { isMethod, type Method, type Output } from '../../shared/contract.ts'
import { AppError, type Result } from '../../shared/result.ts'
import { type App, createApp } from '../app.ts'
import { parseJson } from './command-line.ts'
import { prepareStart } from './options.ts'
import { userPath } from './write-out.ts'

/** A call with several files answers when all are done: small ones let the lines appear while the rest is read. */
const FILES_PER_CALL = 5
const ROWS_PER_CALL = 500
const MAX_RESULTS = 200

/**
 * Opens the library for one action and closes it, whatever happens. Throws AppError `not-found` where there is none to read.
 */
export async function withApp(
  data: string | undefined,
  isReading: boolean,
  action: (app: App) => Promise<number>,
): Promise<number> {
  const start = prepareStart('cli', data === undefined ? undefined : userPath(data))
  const { dataDir } = start.options
  if (isReading && data !== undefined && !existsSync(join(dataDir, 'anjuan.db')))
    throw new AppError('not-found', `“${dataDir}”里没有案卷库；请检查 --data 的文件夹。`)
  const app = createApp(start.options)
  if (start.notice !== null) console.error(start.notice)
  try {
    return await action(app)
  } finally {
    await app.close()
  }
}

/** The value of an answer. Throws the failure as AppError. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const { code, message, fields, current } = result.error
  throw new AppError(code, message, { ...(fields === undefined ? {} : { fields }), current })
}

const ask = async <M extends Method>(app: App, method: M, input: unknown): Promise<Output<M>> =>
  unwrap(await app.call(method, input))

const print = (value: unknown) => console.log(JSON.stringify(value))

/** The id of a case from its id or 案号. */
export async function findCase(app: App, key: string): Promise<string> {
  return (await ask(app, 'case.find', { key })).caseId
}

export async function importCases(app: App, files: readonly string[]): Promise<number> {
  let refused = 0
  const refuse = (message: string) => {
    refused++
    console.error(message.replace(/\s*\n\s*/g, ' '))
  }
  for (let from = 0; from < files.length; from += FILES_PER_CALL) {
    const tokens: string[] = []
    for (const file of files.slice(from, from + FILES_PER_CALL)) {
      const path = userPath(file)
      const isFile = await stat(path).then(
        (found) => found.isFile(),
        () => false,
      )
      if (isFile) tokens.push(app.staging.add({ path, name: basename(path), isOwn: false }))
      else refuse(`没有找到文件“${file}”；请检查文件名。`)
    }
    if (tokens.length === 0) continue
    for (const outcome of (await ask(app, 'case.import', { tokens })).outcomes)
      if (outcome.state === 'refused') refuse(outcome.message)
      else print({ caseId: outcome.caseId, caseNumber: outcome.caseNumber, name: outcome.name })
  }
  return refused === 0 ? 0 : 1
}

export async function listCases(app: App, isJson: boolean): Promise<number> {
  const rows: Output<'case.list'>['rows'][number][] = []
  let after: Output<'case.list'>['next'] = null
  do {
    const page: Output<'case.list'> = await ask(app, 'case.list', {
      filter: {},
      limit: ROWS_PER_CALL,
      ...(after === null ? {} : { after }),
    })
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  if (isJson) print(rows.map(({ id, caseNo, ...row }) => ({ caseId: id, caseNumber: caseNo, ...row })))
  else for (const row of rows) console.log([row.caseNo ?? '（无案号）', row.occurredOn ?? '', row.name].join('\t'))
  return 0
}

export async function showCase(app: App, key: string, isJson: boolean): Promise<number> {
  const found = await ask(app, 'case.find', { key })
  const dossier = await ask(app, 'case.dossier', { caseId: found.caseId })
  if (isJson) {
    print({ caseId: found.caseId, caseNumber: found.caseNo, name: found.name, ...dossier })
    return 0
  }
  console.log(`名称\t${found.name}`)
  console.log(`案号\t${found.caseNo ?? '（无案号）'}`)
  console.log(`编号\t${found.caseId}`)
  for (const [table, rows] of Object.entries(dossier.rows)) {
    const count = rows.filter((row) => !row.isRemoved).length
    const label = Object.entries(caseTables).find(([name]) => name === table)?.[1].label
    if (count > 0) console.log(`${label ?? table}\t${count}`)
  }
  return 0
}

export async function searchCases(app: App, words: string, isJson: boolean): Promise<number> {
  const { results } = await ask(app, 'case.search', { words, limit: MAX_RESULTS })
  if (isJson) print({ results: results.map(({ caseNo, ...hit }) => ({ ...hit, caseNumber: caseNo })) })
  else
    for (const hit of results) console.log([hit.caseNo ?? hit.caseId, hit.caseName, hit.title, hit.snippet].join('\t'))
  return 0
}

export async function verifyLibrary(app: App): Promise<number> {
  const { faults, checkedFiles, checkedEntries } = await ask(app, 'library.verify', {})
  for (const fault of faults) console.log(fault)
  if (faults.length > 0)
    throw new AppError('refused', `案卷库有 ${faults.length} 处问题；请从最近的备份恢复，或者联系维护人员。`)
  console.log(`案卷库完好：已核对附件 ${checkedFiles} 个、记录 ${checkedEntries} 条。`)
  return 0
}

/** What is wrong with the words of `call` is found before a library is opened, or made. */
export async function parseCall(method: string, json: string): Promise<unknown> {
  if (!isMethod(method))
    throw new AppError('unknown-method', `没有名为“${method.slice(0, 60)}”的操作；用 schema 查看所有操作。`)
  return parseJson(json)
}

export async function callMethod(app: App, method: string, input: unknown): Promise<number> {
  print(unwrap(await app.dispatch(method, input)))
  return 0
}
