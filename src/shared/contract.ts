/** Every method of the program by its name: what hosts offer, the dispatcher checks and the renderer calls. */
import { caseContract } from './case/contract.ts'
import { clockContract } from './clock/contract.ts'
import { evidenceContract } from './evidence/contract.ts'
import { jobContract } from './job/contract.ts'
import { libraryContract } from './library/contract.ts'
import type { AnyMethod, Command, Query, Task } from './method.ts'
import { noticeContract } from './notice/contract.ts'
import { reportContract } from './report/contract.ts'
import type { Result } from './result.ts'
import { rowContract } from './rows.ts'
import { ruleSettingsContract } from './rule-settings/contract.ts'
import { rulesContract } from './rules/contract.ts'
import type { z } from './schema.ts'

export const contract = {
  ...caseContract,
  ...rowContract,
  ...evidenceContract,
  ...noticeContract,
  ...reportContract,
  ...libraryContract,
  ...jobContract,
  ...rulesContract,
  ...ruleSettingsContract,
  ...clockContract,
}

export type Contract = typeof contract
export type Method = keyof Contract
export type Input<M extends Method> = z.input<Contract[M]['input']>
export type Parsed<M extends Method> = z.output<Contract[M]['input']>
export type Output<M extends Method> = z.output<Contract[M]['output']>
export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Result<Output<M>>>

export type QueryMethod = { [M in Method]: Contract[M] extends Query ? M : never }[Method]
export type CommandMethod = { [M in Method]: Contract[M] extends Command ? M : never }[Method]
export type TaskMethod = { [M in Method]: Contract[M] extends Task ? M : never }[Method]

/** Looks a name up without reaching the prototype: `__proto__` is no method. */
export function methodOf(name: string): AnyMethod | undefined {
  return isMethod(name) ? contract[name] : undefined
}

/** Whether a text names a method. */
export function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name)
}
