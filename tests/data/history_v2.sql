-- A history as schema version 2 wrote it; never to be changed.
PRAGMA application_id = 1685219692;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE attempts (
        id INTEGER PRIMARY KEY,
        drill TEXT NOT NULL,
        path TEXT NOT NULL,
        started_at REAL NOT NULL,
        deadline REAL
    ) STRICT;
INSERT INTO "attempts" VALUES(1,'top-k','/home/ann/prep/solutions/top_k.py',1795262400.0,1795263300.0);
INSERT INTO "attempts" VALUES(2,'softmax','/home/ann/prep/solutions/softmax.py',1795267400.0,NULL);
CREATE TABLE "checks" (
        id INTEGER PRIMARY KEY,
        attempt_id INTEGER REFERENCES attempts (id),
        drill TEXT NOT NULL,
        at REAL NOT NULL,
        sha256 TEXT NOT NULL REFERENCES sources (sha256),
        verdict TEXT NOT NULL,
        passed INTEGER NOT NULL,
        required INTEGER NOT NULL,
        seconds REAL NOT NULL,
        result TEXT NOT NULL
    ) STRICT;
INSERT INTO "checks" VALUES(1,1,'top-k',1795262500.0,'b6e41f96db272602cd0efaa93e8c3579a85d100b398aba4b04e5a8c130c3815a','failed',0,1,0.25,'{"drill": "top-k", "passed": 0, "required": 1, "seconds": 0.25, "reason": "", "hint": "", "traceback": [], "printed": "a\u0000b", "cases": [], "sandbox": "", "sandbox_reason": "", "verdict": "failed"}');
INSERT INTO "checks" VALUES(2,1,'top-k',1795262600.0,'b6e41f96db272602cd0efaa93e8c3579a85d100b398aba4b04e5a8c130c3815a','failed',0,1,0.25,'{"drill": "top-k", "passed": 0, "required": 1, "seconds": 0.25, "reason": "", "hint": "", "traceback": [], "printed": "a\u0000b", "cases": [], "sandbox": "", "sandbox_reason": "", "verdict": "failed"}');
INSERT INTO "checks" VALUES(3,1,'top-k',1795262952.0,'890d25b9ebf8d9d5486df098fa96251af49bc7b2e3fd2c330640510a3feb4a84','passed',1,1,0.25,'{"drill": "top-k", "passed": 1, "required": 1, "seconds": 0.25, "reason": "", "hint": "", "traceback": [], "printed": "a\u0000b", "cases": [], "sandbox": "", "sandbox_reason": "", "verdict": "passed"}');
INSERT INTO "checks" VALUES(4,NULL,'softmax',1795266400.0,'ea5dbf9596d187e9500f23e9a680109475341cf4e81f7e043f7d97152c10772f','not_loaded',0,1,0.25,'{"drill": "softmax", "passed": 0, "required": 1, "seconds": 0.25, "reason": "", "hint": "", "traceback": [], "printed": "a\u0000b", "cases": [], "sandbox": "", "sandbox_reason": "", "verdict": "not_loaded"}');
CREATE TABLE hints (
        attempt_id INTEGER NOT NULL REFERENCES attempts (id),
        number INTEGER NOT NULL,
        at REAL NOT NULL,
        PRIMARY KEY (attempt_id, number)
    ) STRICT;
INSERT INTO "hints" VALUES(1,1,1795262700.0);
CREATE TABLE resets (
        id INTEGER PRIMARY KEY,
        attempt_id INTEGER REFERENCES attempts (id),
        drill TEXT NOT NULL,
        at REAL NOT NULL,
        archive TEXT
    ) STRICT;
INSERT INTO "resets" VALUES(1,NULL,'top-k',1795268400.0,'/home/ann/prep/solutions/top_k.2026-11-21T131500.py');
CREATE TABLE reveals (
        id INTEGER PRIMARY KEY,
        attempt_id INTEGER REFERENCES attempts (id),
        drill TEXT NOT NULL,
        at REAL NOT NULL,
        spoiled INTEGER NOT NULL
    ) STRICT;
INSERT INTO "reveals" VALUES(1,2,'softmax',1795267500.0,1);
CREATE TABLE sources (sha256 TEXT PRIMARY KEY, source BLOB NOT NULL) STRICT;
INSERT INTO "sources" VALUES('b6e41f96db272602cd0efaa93e8c3579a85d100b398aba4b04e5a8c130c3815a',X'64656620736F6C766528293A0A2020202072657475726E20300A');
INSERT INTO "sources" VALUES('890d25b9ebf8d9d5486df098fa96251af49bc7b2e3fd2c330640510a3feb4a84',X'64656620736F6C766528293A0A2020202072657475726E2022C3A9220A');
INSERT INTO "sources" VALUES('ea5dbf9596d187e9500f23e9a680109475341cf4e81f7e043f7d97152c10772f',X'FF00');
CREATE INDEX checks_of_drill ON checks (drill);
CREATE INDEX attempts_of_drill ON attempts (drill);
COMMIT;
