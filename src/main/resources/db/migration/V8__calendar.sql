-- Tokens that open the calendar (state), one a user; good while the account is as it was when the token was given.
create table calendar_token (
    username varchar(100) primary key references user_account,
    token_hash varchar(80) not null unique,
    tokens_from timestamp(6) with time zone not null,
    created_at timestamp(6) with time zone not null
);

-- Which digests were sent, and up to which event of the alerts each of them tells.
create table digest_sent (
    recipient varchar(320) not null,
    for_day date not null,
    event bigint not null,
    sent_at timestamp(6) with time zone not null,
    primary key (recipient, for_day)
);
create index alert_event_kind on alert_event (study, kind, number);
