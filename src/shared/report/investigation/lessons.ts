/** 主要教训: a point and the fact behind it. */
import type { Row } from '../../case/tables.ts'
import type { Block } from '../document.ts'
import { clause, listItem, numbered, paragraph, sentence } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, fact, phrase, withoutRemarks } from './words.ts'

type Lesson = Row<'lesson'>

const lessonsOf = ({ facts }: Scribe): readonly Lesson[] =>
  facts.dossier.rows.lesson.filter((lesson) => withoutRemarks(lesson.description) !== null)

/** One numbered item a lesson. */
export function lessonBlocks(scribe: Scribe): readonly Block[] {
  return numbered(
    'lessons',
    3,
    lessonsOf(scribe).map((lesson) =>
      listItem(`lesson:${lesson.id}`, sentence(clause(fact('lesson', lesson, 'description')))),
    ),
  )
}

/** The point as a title, the fact under it; a list when one of them is a single sentence. */
export function titledLessonBlocks(scribe: Scribe): readonly Block[] {
  const split = lessonsOf(scribe).map((lesson) => {
    const [point, ...rest] = (phrase(lesson.description) ?? '').split(/(?<=。)/)
    return { lesson, point: phrase(point), rest: phrase(rest.join('')) }
  })
  if (split.length < 2 || split.some(({ point, rest }) => point === null || rest === null)) return lessonBlocks(scribe)
  return split.flatMap(({ lesson, point, rest }): readonly Block[] => [
    {
      kind: 'heading',
      id: `lesson:${lesson.id}:title`,
      level: 2,
      isNumbered: true,
      children: clause(bound(point, 'lesson', lesson.id, 'description')) ?? [],
    },
    ...paragraph(`lesson:${lesson.id}`, sentence(clause(bound(rest, 'lesson', lesson.id, 'description')))),
  ])
}
