/** Deadlines as a sheet: one row each, days as days, ready to sort and filter. */
import { open } from 'node:fs/promises'
import type { BoardRow } from '../../shared/clock/contract.ts'
import { deadlineGroupLabels, deadlineKindLabels, leftWords } from '../../shared/clock/labels.ts'
import { gradeLabel } from '../../shared/statutes/grade-thresholds.ts'
import { writeZip } from '../report/zip.ts'
import { type Column, workbook } from './workbook.ts'

const columns: readonly Column<BoardRow>[] = [
  { title: '状态', width: 11, cell: ({ group }) => deadlineGroupLabels[group] },
  { title: '末日', width: 12, isDay: true, cell: ({ lastDay }) => lastDay },
  { title: '余日', width: 7, cell: ({ daysLeft }) => daysLeft },
  { title: '剩余或办结', width: 15, cell: leftWords },
  { title: '事项', width: 14, cell: ({ kind }) => deadlineKindLabels[kind] },
  { title: '案号', width: 20, cell: ({ caseNo }) => caseNo },
  { title: '事故名称', width: 46, cell: ({ caseName }) => caseName },
  { title: '等级', width: 12, cell: gradeOf },
  { title: '可以启动', width: 12, isDay: true, cell: ({ fromOn }) => fromOn },
  { title: '办结日', width: 12, isDay: true, cell: ({ doneOn }) => doneOn },
  { title: '依据', width: 52, cell: ({ clause }) => clause },
  { title: '计算', width: 60, cell: ({ arithmetic }) => arithmetic },
  { title: '待人工确定或者补充', width: 60, cell: openOf },
]

function gradeOf({ grade, isGradeProvisional }: BoardRow): string | null {
  const label = gradeLabel(grade)
  return label === null ? null : `${label}${isGradeProvisional ? '（暂定）' : ''}`
}

function openOf({ question, missing, notes }: BoardRow): string {
  return [question ?? '', ...missing.map(({ label }) => `缺：${label}`), ...notes]
    .filter((part) => part !== '')
    .join('\n')
}

export async function writeBoardSheet(path: string, rows: readonly BoardRow[], today: string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await writeZip(file, workbook({ name: `期限 ${today}`, columns, rows }))
  } finally {
    await file.close()
  }
}
