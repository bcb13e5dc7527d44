-- Which fact was taken over from which record of another system. A newer version of a record gives a new row, of the newer fact.
create table import_source (
    fact uuid primary key references fact (id),
    participant varchar(64) not null references participant (code),
    source_system varchar(200) not null,
    source_record varchar(300) not null,
    ordinal int not null,
    source_version varchar(200),
    digest varchar(71) not null
);
create index import_source_participant on import_source (participant);

-- Corrections that came from the source, not from a person.
create table import_correction (
    fact uuid primary key references fact (id)
);
