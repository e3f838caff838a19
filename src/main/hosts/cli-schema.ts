/** `schema`: the contract as JSON Schema, for programs that call the command line. Opens no library. */
import { contract, methodOf } from '../../shared/contract.ts'
import { AppError } from '../../shared/result.ts'
import { z } from '../../shared/schema.ts'

/** Throws AppError `unknown-method`. */
export function printSchema(method: string | undefined): void {
  if (method === undefined) {
    for (const [name, { kind, summary }] of Object.entries(contract)) console.log([name, kind, summary].join('\t'))
    return
  }
  const found = methodOf(method)
  if (found === undefined) throw new AppError('unknown-method', `没有名为“${method.slice(0, 60)}”的操作。`)
  const { kind, summary, input, output } = found
  console.log(
    JSON.stringify(
      {
        method,
        kind,
        summary,
        // what only code can check (a day that exists) has no word in JSON Schema
        input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
        output: z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }),
      },
      null,
      2,
    ),
  )
}
