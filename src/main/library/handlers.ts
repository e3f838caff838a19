import { mkdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { caseNumberRuleProblem } from '../../shared/case/numbering.ts'
import { AppError } from '../../shared/result.ts'
import { keyOfStored } from '../../shared/rule-settings/fields.ts'
import type { Handlers } from '../context.ts'
import { UNNAMED_BUREAU } from './open.ts'
import { placeWarnings } from './place.ts'
import { putSetting, readSetting } from './settings.ts'
import { verifyLibrary } from './verify.ts'

type LibraryHandlers = Pick<Handlers, Extract<keyof Handlers, `library.${string}`> | 'setting.get' | 'setting.put'>

export const libraryHandlers: LibraryHandlers = {
  'library.status': async (context) => {
    const { statements } = context
    const bureau = statements.get('select * from bureau where id = ?', [context.bureauId])
    const user = statements.get('select position from user_account where id = ?', [context.actor.id])
    const count = (removed: number) =>
      Number(statements.get('select count(*) as n from case_file where removed = ?', [removed])?.n ?? 0)
    const level = String(bureau?.level)
    return {
      path: context.libraryDir,
      appVersion: context.program.appVersion,
      isSetUp: bureau?.name !== UNNAMED_BUREAU,
      caseCount: count(0),
      archivedCount: count(1),
      bureau: {
        name: String(bureau?.name),
        level: level === 'city' || level === 'province' || level === 'state' ? level : 'county',
        province: text(bureau?.province),
        city: text(bureau?.city),
        district: text(bureau?.district),
      },
      user: { id: context.actor.id, name: context.actor.name, position: text(user?.position) },
      warnings: await placeWarnings(context.libraryDir),
      recent: context.recentLibraries().filter((dir) => dir !== context.libraryDir),
      host: context.program.host,
      now: context.now,
    }
  },

  'library.setUp': async (context, { bureau, userName, position }) => {
    const { statements } = context
    statements.run('update bureau set name = ?, level = ?, province = ?, city = ?, district = ? where id = ?', [
      bureau.name,
      bureau.level,
      bureau.province,
      bureau.city,
      bureau.district,
      context.bureauId,
    ])
    statements.run('update user_account set name = ?, position = ? where id = ?', [
      userName,
      position,
      context.actor.id,
    ])
    context.noteLibrary(`设置机关“${bureau.name}”、用户“${userName}”`)
    return {}
  },

  'library.open': async (context, { path, isKnown }) => {
    // never made anew: an empty library where the full one should be looks like lost data
    if (isKnown === true && !(await stat(join(path, 'anjuan.db')).catch(() => null)))
      throw new AppError('not-found', `案卷库“${path}”现在找不到；移动硬盘或网络盘可能没有连接，文件夹也可能已移走。`)
    await context.switchLibrary(path)
    return { path: context.library().dir }
  },

  'library.verify': async (context) => verifyLibrary(context.library()),

  'library.backup': async (context) => {
    const library = context.library()
    const folder = join(library.dir, 'backups')
    await mkdir(folder, { recursive: true })
    const name = `anjuan-${context.now.replace(/\D/g, '').slice(0, 14)}.db`
    const file = join(folder, name)
    if (await stat(file).catch(() => null)) throw new AppError('refused', '这一秒内已做过备份；请稍后再试。')
    const temporary = `${file}.tmp`
    library.connection.prepare('vacuum into ?').run(temporary)
    await rename(temporary, file)
    return { file, bytes: (await stat(file)).size }
  },

  'setting.get': async ({ statements }, { key }) => {
    const found = readSetting(statements, key)
    return { value: found?.value ?? null, basis: found?.basis ?? null, recordedOn: found?.recordedOn ?? null }
  },

  'setting.put': async (context, { key, value, basis }) => {
    // their values are checked, and they have a time in force
    if (keyOfStored(key) !== null)
      throw new AppError('refused', `“${key}”是规则设定，请在“规则设定”中修改（setting.saveRule）。`)
    if (key === 'case.numbering') checkNumbering(value)
    putSetting(context, key, value, basis)
    context.noteLibrary(`修改设置“${key}”`)
    return {}
  },
}

function checkNumbering(value: unknown): void {
  if (value === null) return
  const { pattern, prefix } = typeof value === 'object' ? (value as { pattern?: unknown; prefix?: unknown }) : {}
  const problem =
    typeof pattern === 'string' && typeof prefix === 'string'
      ? caseNumberRuleProblem({ pattern, prefix })
      : '案号规则应写明字头和格式。'
  if (problem !== null) throw new AppError('invalid-input', problem, { fields: { value: problem } })
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}
