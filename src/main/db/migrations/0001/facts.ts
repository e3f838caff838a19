/** Team, course, causes, measures. SQLite STRICT; see README «Data». Frozen once released. */
export const facts = `
-- ---- 1.7 team 调查组, also assessment and review groups -----------------------------------------

create table team (
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  purpose text not null check (purpose in ('investigation','assessment')),   -- 调查组 | 评估组
  name text,
  authorised_by text,                       -- 批准、授权机关 (493-19)
  authority text check (authority in ('direct','authorised','delegated','unit')),  -- 直接 | 授权 | 委托部门 | 委托事故单位
  level text check (level in ('unit','county','city','province','state')),
  authority_document_id text,
  formed_on text check (formed_on like '____-__-__'),     -- 成立日
  inspectable_on text check (inspectable_on like '____-__-__'),   -- 具备勘察条件日 (50号令30)
  lead_body text,
  has_experts integer check (has_experts in (0,1)),
  expert_count integer,
  subgroups_list text, methods_list text, principles_list text,
  primary key (case_id, id),
  foreign key (case_id, authority_document_id) references document (case_id, id) deferrable
) strict, without rowid;

create table team_member (
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  team_id text not null,
  role text not null check (role in ('leader','deputy','member','invited','parallel','expert')),  -- parallel 同步介入
  body text,                                -- 派员单位; a member without a name = the body is known only
  name text, position text, phone text,
  subgroup text, specialty text,
  declared_on text check (declared_on like '____-__-__'),  -- 无利害关系声明 (493-23)
  recusal text check (recusal in ('requested','granted','refused')), recusal_reason text,   -- 回避
  invitation_document_id text, replied_on text check (replied_on like '____-__-__'),
  signed_on text check (signed_on like '____-__-__'),
  signature_opinion text check (signature_opinion in ('agree','reserve')), reservation text,   -- 保留意见 (V-12 例2)
  primary key (case_id, id),
  foreign key (case_id, team_id) references team (case_id, id) deferrable,
  foreign key (case_id, invitation_document_id) references document (case_id, id) deferrable
) strict, without rowid;
-- ---- 1.8 course, causes, problems 经过、原因、问题 -----------------------------------------------------

create table timeline_event (               -- 经过
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  kind text not null default 'course' check (kind in ('before','course','reporting','rescue','aftermath','procedure')),
  t_from text check (t_from like '____-__-__T__:__:__+08:00'),
  t_to text check (t_to like '____-__-__T__:__:__+08:00'),
  t_precision text not null check (t_precision in ('minute','about','between','day','month','year','unknown')),
  t_text text,
  clock_offset_ms integer not null default 0,             -- source clock fast (+) or slow (-): 监控快3分12秒
  description text not null,
  primary key (case_id, id)
) strict, without rowid;

create table cause (                        -- 原因: a tree
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  parent_id text,
  kind text not null check (kind in ('direct','indirect','management','excluded','intermediate','event')),  -- excluded 其他因素排除
  diagram text not null default 'tree' check (diagram in ('tree','five_why','fishbone','fault_tree','model24')),
  gate text check (gate in ('and','or','inhibit')),
  code text, code_standard text,            -- 不安全状态、行为代码 by standard version
  unit_id text,
  description text not null,
  primary key (case_id, id),
  foreign key (case_id, parent_id) references cause (case_id, id) deferrable,
  foreign key (case_id, unit_id) references unit (case_id, id) deferrable
) strict, without rowid;

create table finding (                      -- 存在的主要问题
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  category text not null check (category in ('accident_unit','related_unit','intermediary','regulator','government','person','other')),
  unit_id text, person_id text,
  target_text text,                         -- 对象原词
  description text not null,
  primary key (case_id, id),
  foreign key (case_id, unit_id) references unit (case_id, id) deferrable,
  foreign key (case_id, person_id) references person (case_id, id) deferrable
) strict, without rowid;

create table finding_cause (                -- 问题说明了哪条原因
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  finding_id text not null, cause_id text not null,
  primary key (case_id, id),
  unique (case_id, finding_id, cause_id),
  foreign key (case_id, finding_id) references finding (case_id, id) deferrable,
  foreign key (case_id, cause_id) references cause (case_id, id) deferrable
) strict, without rowid;

create table lesson (                       -- 主要教训
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  description text not null,
  primary key (case_id, id)
) strict, without rowid;

create table measure (                      -- 防范和整改措施
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  unit_id text,
  responsible_text text,                    -- 责任单位原词
  owner_text text,                          -- 责任人
  description text not null,
  is_extended integer not null default 0 check (is_extended in (0,1)),   -- 举一反三
  due_on text check (due_on like '____-__-__'),           -- 完成时限, as the report sets it
  due_text text,                            -- judged state = newest measure_action; overdue = deadline 'measure:<id>'
  primary key (case_id, id),
  foreign key (case_id, unit_id) references unit (case_id, id) deferrable
) strict, without rowid;

create table measure_cause (                -- 措施针对哪条原因
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  measure_id text not null, cause_id text not null,
  primary key (case_id, id),
  unique (case_id, measure_id, cause_id),
  foreign key (case_id, measure_id) references measure (case_id, id) deferrable,
  foreign key (case_id, cause_id) references cause (case_id, id) deferrable
) strict, without rowid;
`
