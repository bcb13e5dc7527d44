-- What concerns several participants at once. As with facts, a row's body holds all that it says; its digest is in the audit log.

-- Decisions of investigators and sponsor on dose levels, chained by study.
create table dose_decision (
    id uuid primary key,
    study varchar(60) not null,
    seq bigint not null,
    body text not null,
    digest varchar(100) not null,
    signature uuid not null references signature,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    constraint dose_decision_study unique (study, seq)
);

-- Permissions to infuse one participant on one day, and what became of each. One without an end is open.
create table authorisation (
    id uuid primary key,
    participant varchar(64) not null references participant,
    seq bigint not null,
    decision uuid not null references decision,
    body text not null,
    digest varchar(100) not null,
    signature uuid not null references signature,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    constraint authorisation_participant unique (participant, seq),
    constraint authorisation_decision unique (decision)
);

create table authorisation_end (
    id uuid primary key references authorisation,
    participant varchar(64) not null references participant,
    seq bigint not null,
    body text not null,
    digest varchar(100) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    constraint authorisation_end_participant unique (participant, seq)
);

-- That somebody has seen what stands against a decision; it changes nothing of it.
create table acknowledgement (
    id uuid primary key,
    participant varchar(64) not null references participant,
    seq bigint not null,
    decision uuid not null references decision,
    body text not null,
    digest varchar(100) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    constraint acknowledgement_participant unique (participant, seq)
);
create index acknowledgement_decision on acknowledgement (decision);

-- What happened although a finding stood, and what was written about it since.
create table deviation (
    id uuid primary key,
    participant varchar(64) not null references participant,
    seq bigint not null,
    criterion varchar(20),
    other varchar(64) references participant,
    body text not null,
    digest varchar(100) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    constraint deviation_participant unique (participant, seq)
);
create index deviation_other on deviation (other);

create table deviation_step (
    id uuid primary key,
    deviation uuid not null references deviation,
    participant varchar(64) not null references participant,
    seq bigint not null,
    kind varchar(20) not null,
    body text not null,
    digest varchar(100) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    constraint deviation_step_participant unique (participant, seq)
);
create index deviation_step_deviation on deviation_step (deviation);
