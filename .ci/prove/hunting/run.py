"""Runs every saved query: Athena's SQL is translated by sqlglot and executed by DuckDB over tables with the columns of AWS Glue."""
import json, sys
import duckdb, sqlglot
from sqlglot import exp
import attacks, ordinary
from records import TODAY

SCALARS = {'string': 'VARCHAR', 'int': 'INTEGER', 'bigint': 'BIGINT', 'double': 'DOUBLE', 'boolean': 'BOOLEAN'}


def parsed(glue):
    """A type of AWS Glue as a structure: fields of a struct by name, the element of an array in a list. What this does not know is an error."""
    def parse(at):
        for word in ('struct<', 'array<', 'map<'):
            if not glue.startswith(word, at):
                continue
            at, parts = at + len(word), []
            while glue[at - 1] != '>':
                name = None
                if word == 'struct<':
                    colon = glue.index(':', at)
                    name, at = glue[at:colon], colon + 1
                of, at = parse(at)
                parts.append((name, of))
                at += 1
            of = [one for _, one in parts]
            return {'struct<': dict(parts), 'array<': of, 'map<': f'MAP({", ".join(map(str, of))})'}[word], at
        end = at
        while end < len(glue) and glue[end] not in ',>':
            end += 1
        return SCALARS[glue[at:end]], end
    found, end = parse(0)
    assert end == len(glue), glue
    return found


def duckdb_type(of):
    """A structure as DuckDB writes it."""
    if isinstance(of, dict):
        fields = ', '.join(f'"{name}" {duckdb_type(one)}' for name, one in of.items())
        return f'STRUCT({fields})'
    return f'{duckdb_type(of[0])}[]' if isinstance(of, list) else of


def lower_keys(value):
    if isinstance(value, dict):
        return {key.lower(): lower_keys(member) for key, member in value.items()}
    return [lower_keys(member) for member in value] if isinstance(value, list) else value


def as_read(value, of, nested):
    """A value as readers of JSON in Athena give it: no upper case in names of fields. JSON in a text is left as it is written, or lowered, too."""
    if value is None:
        return None
    if of == 'VARCHAR' and isinstance(value, (dict, list)):
        return json.dumps(lower_keys(value) if nested == 'lower' else value)
    if isinstance(of, dict):
        return {key.lower(): as_read(member, of.get(key.lower()), nested) for key, member in value.items()}
    return [as_read(member, of[0], nested) for member in value] if isinstance(of, list) else value


class Archive:
    """Tables as AWS Glue has them, filled with records as the services write them."""

    def __init__(self, document):
        self.tables = {}
        self.connection = duckdb.connect()
        for table in document['resource']['aws_glue_catalog_table'].values():
            descriptor = table['storage_descriptor']
            descriptor = descriptor[0] if isinstance(descriptor, list) else descriptor
            columns = {column['name']: column['type'] for column in descriptor['columns']}
            partitions = {key['name']: key['type'] for key in table.get('partition_keys') or []}
            assert not set(columns) & set(partitions), f"{table['name']}: a partition has the name of a column"
            self.tables[table['name']] = (columns, partitions)
            listed = ', '.join(f'"{name}" {duckdb_type(parsed(kind))}' for name, kind in {**columns, **partitions}.items())
            self.connection.execute(f'CREATE TABLE {table["name"]} ({listed})')
        (rows,) = [item for item in document['resource']['aws_s3_object'].values() if item['key'].endswith('indicators.json')]
        self.fill({'indicators': [json.loads(line) for line in rows['content'].splitlines()]})

    def fill(self, logs, nested='as written'):
        for table, records in logs.items():
            columns, partitions = self.tables[table]
            rows = []
            for record in records:
                row = {}
                for name, value in record.items():
                    name = name.lower().replace('-', '_')
                    row[name] = as_read(value, parsed(columns[name]), nested) if name in columns else value
                unknown = set(row) - set(columns) - set(partitions)
                assert not unknown, f'{table}: records have fields that the table does not know: {unknown}'
                rows.append([row.get(name) for name in {**columns, **partitions}])
            for index, kind in enumerate({**columns, **partitions}.values()):
                if '<' in kind:
                    for row in rows:
                        row[index] = None if row[index] is None else json.dumps(row[index])
            # Fields that a record lacks are NULL, as in Athena.
            marks = ', '.join(f"json_transform(?, '{json.dumps(parsed(kind))}')" if '<' in kind else f'CAST(? AS {parsed(kind)})' for kind in {**columns, **partitions}.values())
            if rows:
                self.connection.executemany(f'INSERT INTO {table} VALUES ({marks})', rows)

    def ask(self, sql, answers=()):
        return self.connection.execute(sql, list(answers)).fetchall()


def translated(query):
    """The query for DuckDB, asked on the day of the samples."""
    tree = sqlglot.parse_one(query, read='athena')
    day = exp.cast(exp.Literal.string(TODAY.isoformat()), 'date')
    tree = tree.transform(lambda node: day.copy() if isinstance(node, exp.CurrentDate) else node)
    return tree.sql(dialect='duckdb')


def main():
    document = json.load(open(sys.argv[1]))
    only = sys.argv[2:]
    archive = Archive(document)
    queries = {item['name']: translated(item['query'].replace('$${', '${')) for item in document['resource']['aws_athena_named_query'].values()}
    planted = attacks.planted()
    wrong = [f'{name}: has no planted attack; plant one in .ci/prove/hunting/attacks.py' for name in queries if name not in planted]
    wrong += [f'{name}: is planted, and no query hunts it' for name in planted if name not in queries]
    archive.fill(ordinary.logs())
    records = {table: archive.ask(f'SELECT count(*) FROM {table}')[0][0] for table in archive.tables}
    for table, count in records.items():
        if count == 0:
            wrong.append(f'{table}: has no ordinary records, so that silence proves nothing')
    # What a query asks is answered as whoever investigates the planted attack would: on ordinary days there is no such caller.
    answers = {name: attack[2] if len(attack) > 2 else () for name, attack in planted.items()}
    for name, sql in queries.items():
        rows = archive.ask(sql, answers.get(name, ()))
        if rows:
            wrong.append(f'{name}: speaks of an ordinary day: {rows[:2]}')
    for name, (logs, expected, *_) in planted.items():
        if name not in queries or (only and name not in only):
            continue
        # What stands in a text may come in lower case, by the reader and its version: queries find it either way.
        for nested in ('as written', 'lower') if 'config_items' in logs else ('as written',):
            archive.connection.begin()
            archive.fill(logs, nested)
            rows = archive.ask(queries[name], answers[name])
            archive.connection.rollback()
            shown = str(rows)
            if not rows:
                wrong.append(f'{name}: does not find its attack (nested names {nested})')
            for text in expected:
                if text not in shown:
                    wrong.append(f'{name}: finds {shown[:300]}, which does not name {text}')
            # One planted attack is one finding or a few; a query that returns the ordinary records as well is of no use.
            if len(rows) > attacks.MOST_ROWS:
                wrong.append(f'{name}: returns {len(rows)} rows for one attack')
    for line in wrong:
        print(f'FAILED: {line}')
    if wrong:
        sys.exit(1)
    print(f'proven: {len(queries)} saved queries find their planted attack and are silent on {sum(records.values())} ordinary records of {len(records)} tables')


main()
