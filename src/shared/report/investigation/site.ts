/** 涉事场所、设备和现场: the words of the case file, with the figures that belong there. */
import type { Row } from '../../case/tables.ts'
import type { Block, Figure, Inline } from '../document.ts'
import { clause, paragraph, sentence, trimmed } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, paragraphsOf, phrase } from './words.ts'

type Place = NonNullable<Row<'evidenceFile'>['reportPlace']>

const FIGURE_WIDTH_MM = 130

/** The figures of one place in the order of the evidence; a file of archived evidence is none of them. */
export function figuresOf({ facts }: Scribe, place: Place): readonly Figure[] {
  const { evidence, evidenceFile } = facts.dossier.rows
  const pairs = evidence.flatMap((source) =>
    evidenceFile.filter((file) => file.evidenceId === source.id).map((file) => ({ source, file })),
  )
  return pairs.flatMap(({ source, file }): readonly Figure[] => {
    if (file.reportPlace !== place) return []
    const caption = phrase(file.caption) ?? phrase(source.title) ?? '现场照片'
    const shown = [phrase(source.description), phrase(file.direction)].filter((words) => words !== null)
    return [
      {
        kind: 'figure',
        id: `figure:${file.id}`,
        sha256: file.sha256,
        caption,
        alt: shown.length === 0 ? caption : `${caption}：${shown.join('，')}`,
        widthMm: FIGURE_WIDTH_MM,
      },
    ]
  })
}

/** The last paragraph gets «（见图1、图2）» before its full stop, then the figures follow. Without one a sentence leads. */
export function withFigures(scribe: Scribe, place: Place, blocks: readonly Block[]): readonly Block[] {
  const figures = figuresOf(scribe, place)
  if (figures.length === 0) return blocks
  const refs = figures.flatMap((figure, index): readonly Inline[] => [
    ...(index === 0 ? [] : [{ kind: 'text', text: '、' } as const]),
    { kind: 'ref', target: figure.id },
  ])
  const at = blocks.findLastIndex((block) => block.kind === 'paragraph')
  const last = blocks[at]
  if (last?.kind !== 'paragraph')
    return [...blocks, ...paragraph(`figures:${place}`, sentence(clause('有关情况见', refs))), ...figures]
  const told = sentence(clause(trimmed(last.children), '（见', refs, '）'))
  return [...blocks.slice(0, at), { ...last, children: told ?? last.children }, ...blocks.slice(at + 1), ...figures]
}

function textBlocks(scribe: Scribe, column: 'project' | 'siteConditions'): readonly Block[] {
  const { accident } = scribe.facts.dossier
  return paragraphsOf(accident[column]).flatMap((text, at) =>
    paragraph(
      `accident:${column}${at === 0 ? '' : `:${at + 1}`}`,
      sentence(clause(bound(text, 'accident', accident.id, column))),
    ),
  )
}

/** The project, the equipment, the premises. */
export const projectBlocks = (scribe: Scribe): readonly Block[] => textBlocks(scribe, 'project')

/** What was found at the scene, with its figures. */
export const sceneBlocks = (scribe: Scribe): readonly Block[] =>
  withFigures(scribe, 'site', textBlocks(scribe, 'siteConditions'))
