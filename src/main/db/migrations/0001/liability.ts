/** Liability, proposals, dispositions, citations, determinations. SQLite STRICT; see README «Data». Frozen once released. */
export const liability = `
-- ---- 1.9 liability 责任认定与处理 -----------------------------------------------------

create table liability (                    -- 责任认定: subject -> duty -> breach -> causal link
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  subject_kind text not null check (subject_kind in ('person','unit','person_group','unit_group')),
  person_id text, unit_id text,             -- unit_id: the subject itself, or the person's unit
  head_count integer check (head_count >= 1),             -- groups: 18名
  subject_text text,                        -- 名称原词
  identity_text text,                       -- 身份、职务 (事故时)
  duty text,                                -- 职责
  facts text,                               -- 失职、违法事实
  causal_link text,                         -- 与事故的关系
  grade_of_liability text,                  -- direct 直接 | main 主要 | important 重要 | main_leader 主要领导 | important_leader 重要领导 | supervisory 监管
  primary key (case_id, id),
  foreign key (case_id, person_id) references person (case_id, id) deferrable,
  foreign key (case_id, unit_id) references unit (case_id, id) deferrable
) strict, without rowid;

create table proposal (                     -- 处理建议: basis, kind and deciding body are required (山东25条)
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  liability_id text not null,
  category text not null check (category in             -- §7.2 的顺序
    ('exempt','coerced','criminal','discipline','penalty_unit','penalty_person','qualification','internal','other','undecided')),
  kind_text text,                           -- 种类原词: 党纪政务处分和组织处理
  description text,                         -- 建议
  deciding_body text,                       -- 处理机关
  fine_fen integer check (fine_fen >= 0),   -- 拟罚款
  fine_base_fen integer,                    -- 上一年年收入
  fine_base_source text check (fine_base_source in ('state_owned','audited','estimated')),   -- V-20 例9
  fine_multiple_permille integer check (fine_multiple_permille between 2000 and 5000),       -- 2–5 倍 (安法114)
  fine_acts_list text,                      -- 14号令 11–13 的情形
  primary key (case_id, id),
  foreign key (case_id, liability_id) references liability (case_id, id) deferrable
) strict, without rowid;

create table disposition (                  -- 处理落实: decided, executed; also 已采取强制措施, 失信列入
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  proposal_id text not null,
  kind text not null default 'other',       -- coercive | filed | prosecuted | judgment | discipline | fine | licence | credit_list | internal | apology | other
  body text, document_no text, document_id text,
  decided_on text check (decided_on like '____-__-__'),
  effective_on text check (effective_on like '____-__-__'),
  executed_on text check (executed_on like '____-__-__'),
  fine_fen integer, term_months integer,
  state text not null default 'reported' check (state in ('reported','decided','executed','refused','not_required')),
  description text not null,
  primary key (case_id, id),
  foreign key (case_id, proposal_id) references proposal (case_id, id) deferrable,
  foreign key (case_id, document_id) references document (case_id, id) deferrable
) strict, without rowid;

create table citation (                     -- 法条引用: duty, breach, basis … of any row
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  about_table text not null, about_id text not null,
  role text not null check (role in ('duty','breach','basis')),
  statute_key text,                         -- e.g. 安全生产法@2021: row of the clause library, version in force on the day
  law_text text not null,                   -- 《安全生产法》第一百一十四条第一款第一项 or the words of the source
  article text,                             -- 114-1-1
  primary key (case_id, id)
) strict, without rowid;

create table determination (                -- 认定: a question, the rule's answer, the person's answer and why
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  question text not null,                   -- grade | type_code | nature | jurisdiction | is_escalated | escalation:<trigger> | fine | flag:suspectedConcealment | ambiguity:<rule> | setting:<key> (layer case) | check:<id> (accepted 体检) | checklist:<item> (不适用) …
  about_table text not null default '', about_id text not null default '',
  value text,                               -- what holds
  computed_value text,                      -- what the rule said; differs from value -> reason required
  rule_id text, rule_version text,          -- unitFine@2024-03-01/r1: an old case keeps its rule
  answer_json text,                         -- the whole Answer of the rule: clause as it stood, facts, steps, assumptions with layer, alternatives
  ruleset_sha256 text, setting_ids_list text, app_version text,
  known_on text check (known_on like '____-__-__'),        -- day of knowledge: re-evaluation with knownOn gives the same bytes
  reason text,
  decided_by text, decided_on text check (decided_on like '____-__-__'),
  primary key (case_id, id),
  unique (case_id, question, about_table, about_id)       -- one that holds; the earlier ones are in the journal
) strict, without rowid;
`
