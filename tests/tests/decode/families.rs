//! Families: which variant an object becomes, and what no variant reads.

use response_event::{DecodeErrorKind, EventFamily, ResponseEvent, UnknownEvent};

use crate::{decode, refuse};

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "job.started", alias = "job.start")]
struct Started {
    id: String,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "job.finished")]
struct Finished {
    id: String,
    code: i64,
}

/// With the same members as [`Started`]: only the type tells them apart.
#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "job.stopped")]
struct Stopped {
    id: String,
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Job {
    Started(Started),
    Finished(Box<Finished>),
    Stopped(Stopped),
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum OpenJob {
    Started(Started),
    Finished(Finished),
    #[event(unknown)]
    Other(UnknownEvent),
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "ping")]
struct Ping;

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Stream {
    Ping(Ping),
    #[event(family)]
    Job(Box<Job>),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

fn started() -> Started {
    Started { id: "j".into() }
}

fn finished() -> Finished {
    Finished { id: "j".into(), code: -1 }
}

#[test]
fn the_type_alone_chooses_the_variant() {
    let stopped = Job::Stopped(Stopped { id: "j".into() });
    for (json, event) in [
        (r#"{"type":"job.started","id":"j"}"#, Job::Started(started())),
        (r#"{"id":"j","type":"job.started"}"#, Job::Started(started())),
        (r#"{"id":"j","type":"job.stopped"}"#, stopped),
        (r#"{"type":"job.finished","id":"j","code":-1}"#, Job::Finished(finished().into())),
        (r#"{"code":-1,"type":"job.finished","id":"j"}"#, Job::Finished(finished().into())),
        (r#"{"x":[],"code":-1,"id":"j","\u0074ype":"job\u002efinished"}"#, Job::Finished(finished().into())),
    ] {
        assert_eq!(decode::<Job>(json).unwrap(), event, "{json}");
    }
}

#[test]
fn a_family_reads_the_aliases_of_its_events() {
    for json in [r#"{"type":"job.start","id":"j"}"#, r#"{"id":"j","type":"job.start"}"#] {
        assert_eq!(decode::<Job>(json).unwrap(), Job::Started(started()), "{json}");
        assert_eq!(decode::<OpenJob>(json).unwrap(), OpenJob::Started(started()), "{json}");
        assert_eq!(decode::<Stream>(json).unwrap(), Stream::Job(Job::Started(started()).into()), "{json}");
    }
}

#[test]
fn a_known_type_with_a_bad_body_is_an_error_and_never_unknown() {
    for (json, event_type, pointer) in [
        (r#"{"type":"job.started"}"#, "job.started", ""),
        (r#"{"type":"job.started","id":null}"#, "job.started", "/id"),
        (r#"{"id":7,"type":"job.started"}"#, "job.started", "/id"),
        (r#"{"type":"job.start","id":7}"#, "job.start", "/id"),
        (r#"{"id":"j","id":"j","type":"job.started"}"#, "job.started", ""),
        (r#"{"type":"job.finished","id":"j","code":"x"}"#, "job.finished", "/code"),
        (r#"{"code":"x","id":"j","type":"job.finished"}"#, "job.finished", "/code"),
    ] {
        for error in [refuse::<Job>(json), refuse::<OpenJob>(json), refuse::<Stream>(json)] {
            assert_eq!(error.kind(), DecodeErrorKind::Data, "{json}: {error}");
            assert_eq!((error.event_type(), error.pointer()), (Some(event_type), pointer), "{json}: {error}");
            assert!(error.to_string().starts_with(&format!("`{event_type}`")), "{error}");
        }
        // The message names the event by every door.
        let error = serde_json::from_str::<OpenJob>(json).unwrap_err().to_string();
        assert!(error.starts_with(&format!("`{event_type}`")), "{error}");
    }
}

#[test]
fn an_unknown_type_is_an_error_without_a_variant_for_it() {
    for (json, found) in [
        (r#"{"type":"keepalive"}"#, "keepalive"),
        (r#"{"n":1,"type":"keepalive"}"#, "keepalive"),
        (r#"{"type":"","id":"j"}"#, ""),
        (r#"{"type":"job.started ","id":"j"}"#, "job.started "),
    ] {
        let error = refuse::<Job>(json);
        assert_eq!(error.kind(), DecodeErrorKind::UnknownType, "{json}: {error}");
        assert_eq!((error.event_type(), error.pointer()), (Some(found), "/type"), "{json}");
    }
}

#[test]
fn an_unknown_type_that_looks_like_a_known_one_names_it() {
    for (found, near) in [
        ("job.strated", Some("`job.started`")),
        ("job.finish", Some("`job.finished`")),
        ("job.finishd", Some("`job.finished`")),
        ("job.stoped", Some("`job.stopped`")),
        ("keepalive", None),
    ] {
        let text = refuse::<Job>(&format!(r#"{{"type":"{found}"}}"#)).to_string();
        match near {
            Some(near) => assert!(text.contains("did you mean") && text.contains(near), "{text}"),
            None => assert!(!text.contains("did you mean"), "{text}"),
        }
        assert!(text.starts_with(&format!("unknown type `{found}`")), "{text}");
    }
}

#[test]
fn a_missing_type_is_an_error_even_where_unknown_events_are_kept() {
    for json in ["{}", r#"{"id":"j"}"#, r#"{"type":null}"#, r#"{"id":"j","type":1}"#, "[]", "null", r#""job.started""#]
    {
        for error in [refuse::<Job>(json), refuse::<OpenJob>(json), refuse::<Stream>(json)] {
            assert_eq!(error.kind(), DecodeErrorKind::MissingType, "{json}: {error}");
            assert_eq!(error.event_type(), None, "{json}");
        }
        assert_eq!(refuse::<UnknownEvent>(json).kind(), DecodeErrorKind::MissingType, "{json}");
    }
}

#[test]
fn type_twice_is_an_error_in_every_variant() {
    for json in [
        r#"{"type":"job.started","id":"j","type":"job.started"}"#,
        r#"{"id":"j","type":"job.started","type":"job.finished"}"#,
        r#"{"type":"keepalive","type":"keepalive"}"#,
        r#"{"id":"j","type":"keepalive","type":"job.started"}"#,
        r#"{"type":"keepalive","type":null}"#,
    ] {
        let error = refuse::<OpenJob>(json);
        assert_eq!(error.kind(), DecodeErrorKind::Data, "{json}: {error}");
        assert_eq!(error.message(), "duplicate field `type`", "{json}");
        assert_eq!(refuse::<Stream>(json).message(), "duplicate field `type`", "{json}");
    }
}

#[test]
fn an_unknown_event_is_kept_to_the_byte() {
    for json in [
        r#"{"type":"keepalive"}"#,
        r#"{ "type" : "keepalive" , "n" : 1.0 }"#,
        "{\n\t\"n\": 1e400,\n\t\"type\": \"keepalive\", \"s\": \"\\u00e9\\ud800\", \"n\": [ ]\r\n}",
        r#"{"a":{"type":"x"},"big":123456789012345678901234567890,"\u0074ype":"keep\u0061live"}"#,
    ] {
        for padded in [json.to_owned(), format!(" \n{json}\t ")] {
            for event in [response_event::from_str(&padded), response_event::from_slice(padded.as_bytes())] {
                let OpenJob::Other(event) = event.unwrap() else { panic!("{json} is no event of the family") };
                assert_eq!((event.event_type(), event.json()), ("keepalive", json));
                assert_eq!(serde_json::to_string(&OpenJob::Other(event)).unwrap(), json);
            }
        }
    }
}

#[test]
fn an_unknown_event_keeps_every_member_by_the_doors_of_serde_json() {
    let json = r#"{ "n" : 1.0, "type":"keepalive" ,"n":1.00, "s":"\u0061", "o" : { "k" : [ ] } }"#;
    let members = r#"{"n":1.0,"type":"keepalive","n":1.00,"s":"\u0061","o":{ "k" : [ ] }}"#;
    let by_door: [OpenJob; 3] = [
        serde_json::from_str(json).unwrap(),
        serde_json::from_slice(json.as_bytes()).unwrap(),
        serde_json::from_reader(json.as_bytes()).unwrap(),
    ];
    for event in by_door {
        assert_eq!(event.event_type(), "keepalive");
        assert_eq!(serde_json::to_string(&event).unwrap(), members);
    }
}

#[test]
fn a_nested_family_reads_its_events() {
    let job = Job::Finished(finished().into());
    for json in [r#"{"type":"job.finished","id":"j","code":-1}"#, r#"{"id":"j","code":-1,"type":"job.finished"}"#] {
        let event: Stream = decode(json).unwrap();
        assert_eq!(event, Stream::Job(job.clone().into()), "{json}");
        assert_eq!(event.event_type(), "job.finished");
    }
    assert_eq!(decode::<Stream>(r#"{"x":1,"type":"ping"}"#).unwrap(), Stream::Ping(Ping));
    let unknown: Stream = decode(r#"{"type":"pong"}"#).unwrap();
    assert_eq!(unknown.event_type(), "pong");
    assert_eq!(Stream::TYPES, ["ping", "job.started", "job.finished", "job.stopped"]);
}

#[test]
fn where_several_nested_families_keep_unknown_events_none_of_them_is_chosen() {
    #[derive(Clone, Debug, PartialEq, EventFamily)]
    enum Outer {
        #[event(family)]
        Job(OpenJob),
        #[event(family)]
        Other(OpenOther),
        Ping(Ping),
    }

    #[derive(Clone, Debug, PartialEq, EventFamily)]
    enum OpenOther {
        #[event(unknown)]
        Unknown(UnknownEvent),
    }

    assert_eq!(decode::<Outer>(r#"{"type":"ping"}"#).unwrap(), Outer::Ping(Ping));
    assert_eq!(decode::<Outer>(r#"{"id":"j","type":"job.started"}"#).unwrap(), Outer::Job(OpenJob::Started(started())));
    assert_eq!(refuse::<Outer>(r#"{"type":"pong"}"#).kind(), DecodeErrorKind::UnknownType);
}

#[test]
fn a_family_is_written_as_its_event() {
    for json in [r#"{"type":"job.started","id":"j"}"#, r#"{"type":"job.finished","id":"j","code":-1}"#] {
        assert_eq!(serde_json::to_string(&decode::<Job>(json).unwrap()).unwrap(), json);
        assert_eq!(serde_json::to_string(&decode::<Stream>(json).unwrap()).unwrap(), json);
    }
}

#[test]
fn events_go_into_a_family_and_come_out_again() {
    let family = Job::from(finished());
    assert_eq!(family, Job::Finished(finished().into()));
    assert_eq!(Finished::try_from(family.clone()).unwrap(), finished());
    assert_eq!(Started::try_from(family.clone()).unwrap_err(), family);
    assert_eq!(Job::TYPES, ["job.started", "job.finished", "job.stopped"]);
}

#[test]
fn a_family_may_refuse_unknown_members_of_one_event() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "strict")]
    #[serde(deny_unknown_fields)]
    struct Strict {
        id: String,
    }

    #[derive(Debug, PartialEq, EventFamily)]
    enum Family {
        Strict(Strict),
        Ping(Ping),
    }

    for json in [r#"{"type":"strict","id":"j","x":1}"#, r#"{"x":1,"id":"j","type":"strict"}"#] {
        assert!(refuse::<Family>(json).message().starts_with("unknown field `x`"), "{json}");
    }
    for json in [r#"{"type":"ping","x":1}"#, r#"{"x":1,"type":"ping"}"#] {
        assert_eq!(decode::<Family>(json).unwrap(), Family::Ping(Ping), "{json}");
    }
}

#[test]
fn the_most_variants_dispatch_by_type_even_if_all_tags_have_one_length() {
    macro_rules! events {
        ($($name:ident = $tag:literal),* $(,)?) => {
            $(
                #[derive(Debug, PartialEq, ResponseEvent)]
                #[event(type = $tag)]
                struct $name;
            )*

            #[derive(Debug, PartialEq, EventFamily)]
            enum Letters {
                $($name($name),)*
            }

            $(
                let json = concat!("{\"x\":0,\"type\":\"", $tag, "\"}");
                assert_eq!(decode::<Letters>(json).unwrap(), Letters::$name($name));
            )*
            assert_eq!(Letters::TYPES, [$($tag),*]);
        };
    }
    events!(
        A = "a",
        B = "b",
        C = "c",
        D = "d",
        E = "e",
        F = "f",
        G = "g",
        H = "h",
        I = "i",
        J = "j",
        K = "k",
        L = "l",
        M = "m",
        N = "n",
        O = "o",
        P = "p",
        Q = "q",
        R = "r",
        S = "s",
        T = "t",
        U = "u",
        V = "v",
        W = "w",
        X = "x",
    );
}

#[test]
fn an_unknown_event_goes_to_the_nested_family_that_keeps_it() {
    #[derive(Clone, Debug, PartialEq, EventFamily)]
    enum Outer {
        Other(Other),
        #[event(family)]
        Middle(Middle),
    }

    #[derive(Clone, Debug, PartialEq, ResponseEvent)]
    #[event(type = "other")]
    struct Other;

    #[derive(Clone, Debug, PartialEq, EventFamily)]
    enum Middle {
        #[event(family)]
        Stream(Stream),
    }

    for json in [r#"{"type":"new","x":1.0}"#, r#"{"x":1.0,"type":"new"}"#] {
        let event = decode::<Outer>(json).unwrap();
        let Outer::Middle(Middle::Stream(Stream::Unknown(unknown))) = &event else { panic!("{event:?}") };
        assert_eq!((unknown.event_type(), unknown.json()), ("new", json));
        assert_eq!(event.event_type(), "new");
        assert_eq!(serde_json::from_str::<Outer>(json).unwrap().event_type(), "new");
    }
    // A known type with a bad body is never unknown.
    assert_eq!(decode::<Outer>(r#"{"type":"job.stopped"}"#).unwrap_err().kind(), DecodeErrorKind::Data);
}
