import { rm, stat, writeFile } from 'node:fs/promises'
import { AppError } from '../../shared/result.ts'
import type { Handlers } from '../context.ts'
import { boardOf } from './board.ts'
import { boardCalendar } from './calendar.ts'
import { writeBoardSheet } from './sheet.ts'

export const clockHandlers: Pick<Handlers, 'clock.board' | 'clock.export'> = {
  'clock.board': async (context, { filter, offset, limit }) => {
    const { today, rows, total, counts } = await boardOf(context, filter, { offset, limit })
    return { today, rows: [...rows], total, counts: { ...counts } }
  },

  'clock.export': async (context, { filter, format }) => {
    const { today, rows } = await context.read((query) => boardOf(query, filter))
    const shown = format === 'ics' ? rows.filter(({ lastDay }) => lastDay !== null) : rows
    if (shown.length === 0)
      throw new AppError(
        'refused',
        rows.length === 0
          ? '没有符合条件的期限，没有导出；可减少条件再试。'
          : '所选的期限都没有末日，不能写入日历；可导出表格。',
      )
    const jobId = context.jobs.start(format === 'ics' ? '导出日历' : '导出表格', async ({ progress }) => {
      progress(0, 1, '正在写文件')
      const path = await context.staging.newPath(`.${format}`)
      try {
        if (format === 'ics') await writeFile(path, boardCalendar(shown, context.now))
        else await writeBoardSheet(path, shown, today)
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      const name = `期限（${today}）.${format}`
      const token = context.staging.add({ path, name, isOwn: true })
      return { token, name, bytes: (await stat(path)).size, warnings: warningsOf(rows, shown.length) }
    })
    return { jobId }
  },
}

function warningsOf(
  rows: readonly { readonly isSecret: boolean; readonly caseId: string }[],
  written: number,
): string[] {
  const secret = new Set(rows.filter(({ isSecret }) => isSecret).map(({ caseId }) => caseId)).size
  return [
    ...(secret > 0 ? [`其中 ${secret} 起案卷标有密级，请按保密规定存放，不要导入联网的日历。`] : []),
    ...(written < rows.length ? [`${rows.length - written} 项没有末日（暂停计时或者缺事实），没有写入日历。`] : []),
  ]
}
