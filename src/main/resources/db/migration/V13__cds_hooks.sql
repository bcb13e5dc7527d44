-- Cards that were shown to another system, for what it says of them later; what they said is known by the digest alone.
create table cds_card (
    id uuid primary key,
    client varchar(100) not null,
    service varchar(60) not null,
    participant varchar(64) not null references participant (code),
    indicator varchar(10) not null,
    digest varchar(71) not null,
    shown_at timestamp(6) with time zone not null
);

-- What became of a card: each outcome of a card once.
create table cds_feedback (
    card uuid not null references cds_card (id),
    outcome varchar(10) not null,
    reason_system varchar(300),
    reason_code varchar(100),
    user_comment varchar(2000),
    outcome_at timestamp(6) with time zone not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    primary key (card, outcome)
);

-- Tokens that were used (state), until they would be refused for their age anyway.
create table cds_used_token (
    digest varchar(71) primary key,
    until timestamp(6) with time zone not null
);
create index cds_used_token_until on cds_used_token (until);
