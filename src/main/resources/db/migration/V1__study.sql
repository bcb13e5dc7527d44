-- What a site keeps. Rows of the tables below are added and never changed or deleted, but for those marked "state".

-- Audit: entries chained per participant, level or part of the system. A head (state) is where the next entry of a chain is added.
create table audit_chain (
    chain varchar(100) primary key,
    seq bigint not null,
    hash varchar(64) not null,
    at timestamp(6) with time zone not null
);

create table audit_entry (
    id uuid primary key,
    chain varchar(100) not null,
    seq bigint not null,
    at timestamp(6) with time zone not null,
    username varchar(100) not null,
    role varchar(20) not null,
    action varchar(40) not null,
    participant varchar(64),
    level varchar(40),
    criterion varchar(20),
    rule varchar(200),
    status varchar(20),
    decision uuid,
    record varchar(100),
    details text not null,
    hash varchar(64) not null,
    constraint audit_entry_chain unique (chain, seq)
);

-- Each filter of the audit log has an index that gives its entries in the order in which they are listed.
create index audit_entry_participant on audit_entry (participant, id);
create index audit_entry_participant_criterion on audit_entry (participant, criterion, id);
create index audit_entry_criterion on audit_entry (criterion, id);
create index audit_entry_rule on audit_entry (rule, id);
create index audit_entry_status on audit_entry (status, id);
create index audit_entry_decision on audit_entry (decision, id);
create index audit_entry_username on audit_entry (username, id);
create index audit_entry_level on audit_entry (level, id);
create index audit_entry_action on audit_entry (action, id);

create table audit_seal (
    number bigint primary key,
    sealed_day date not null,
    at timestamp(6) with time zone not null,
    heads text not null,
    previous varchar(64) not null,
    hash varchar(64) not null
);

-- Which seals left by mail (state): one that is not here has yet to be sent.
create table audit_seal_mail (
    number bigint primary key references audit_seal (number),
    sent_at timestamp(6) with time zone not null
);

-- Who. Accounts and the use of signature tokens are state; every change of them is in the audit log.
create table user_account (
    username varchar(100) primary key,
    role varchar(20) not null,
    password_hash varchar(300) not null,
    active boolean not null,
    must_change boolean not null,
    failures integer not null,
    locked_until timestamp(6) with time zone,
    tokens_from timestamp(6) with time zone not null,
    created_at timestamp(6) with time zone not null
);

create table signature (
    id uuid primary key,
    token_hash varchar(64) not null unique,
    username varchar(100) not null,
    role varchar(20) not null,
    meaning varchar(200) not null,
    digest varchar(100) not null,
    signed_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    used_at timestamp(6) with time zone
);

-- Participants, by code. The order of recording is that of their audit chain.
create table participant (
    code varchar(64) primary key,
    study varchar(60) not null,
    protocol_version varchar(40) not null,
    enrolled_at timestamp(6) with time zone not null,
    enrolled_by varchar(100) not null
);

create table participant_version (
    participant varchar(64) not null references participant,
    seq bigint not null,
    body text not null,
    reason text,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    primary key (participant, seq)
);

create table participant_voiding (
    participant varchar(64) primary key references participant,
    seq bigint not null,
    reason text not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null
);

create table fact (
    id uuid primary key,
    participant varchar(64) not null references participant,
    seq bigint not null,
    ref varchar(200),
    type varchar(40) not null,
    kind varchar(100),
    body text not null,
    digest varchar(100) not null,
    signature uuid references signature,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    constraint fact_participant unique (participant, seq)
);
create index fact_type on fact (type, participant);

create table correction (
    id uuid primary key,
    fact uuid not null references fact,
    replacement uuid references fact,
    participant varchar(64) not null references participant,
    seq bigint not null,
    reason text not null,
    signature uuid references signature,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    constraint correction_fact unique (fact)
);
create index correction_participant on correction (participant, seq);

create table idempotency_key (
    participant varchar(64) not null references participant,
    name varchar(200) not null,
    request varchar(100) not null,
    answer text not null,
    recorded_at timestamp(6) with time zone not null,
    primary key (participant, name)
);

-- The rules that decided, as they were.
create table rule_source (
    source varchar(100) not null,
    path varchar(300) not null,
    content text not null,
    primary key (source, path)
);

create table rule_set (
    digest varchar(100) primary key,
    study varchar(60) not null,
    version varchar(40) not null,
    source varchar(100) not null,
    engine varchar(200) not null,
    recorded_at timestamp(6) with time zone not null
);

create table decision (
    id uuid primary key,
    participant varchar(64) not null references participant,
    seq bigint not null,
    study varchar(60) not null,
    protocol_version varchar(40) not null,
    rule_set varchar(100) not null references rule_set,
    gate varchar(20) not null,
    gate_day varchar(40) not null,
    as_of timestamp(6) with time zone not null,
    as_known_at timestamp(6) with time zone,
    known text not null,
    dossier varchar(100) not null,
    fired varchar(100) not null,
    verdict varchar(20) not null,
    earliest date,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    constraint decision_participant unique (participant, seq)
);

create table decision_answer (
    decision uuid not null references decision,
    language varchar(20) not null,
    body text not null,
    primary key (decision, language)
);
