using System;
using System.Collections;
using System.Data;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;
using ResponsibleAI.References;

// Connections to databases: what is needed to follow a command's text to the rows that its reader gives.
namespace ResponsibleAI.References
{
    public abstract class DeclaredConnection<TCommand, TTransaction> : DbConnection
        where TCommand : DbCommand
        where TTransaction : DbTransaction
    {
        public new extern TTransaction BeginTransaction();

        public new extern TCommand CreateCommand();

        public override extern string ConnectionString { get; set; }

        public override extern string Database { get; }

        public override extern string DataSource { get; }

        public override extern string ServerVersion { get; }

        public override extern ConnectionState State { get; }

        public override extern void ChangeDatabase(string databaseName);

        public override extern void Close();

        public extern Task CloseAsync();

        public override extern void Open();

        public extern ValueTask DisposeAsync();

        protected override extern DbTransaction BeginDbTransaction(IsolationLevel isolationLevel);

        protected override extern DbCommand CreateDbCommand();
    }

    public abstract class DeclaredCommand<TConnection, TTransaction, TReader, TParameter> : DbCommand
        where TConnection : DbConnection
        where TTransaction : DbTransaction
        where TReader : DbDataReader
        where TParameter : DbParameter
    {
        public new extern TConnection Connection { get; set; }

        public new extern DeclaredParameters<TParameter> Parameters { get; }

        public new extern TTransaction Transaction { get; set; }

        public new extern TReader ExecuteReader();

        public new extern TReader ExecuteReader(CommandBehavior behavior);

        public new extern Task<TReader> ExecuteReaderAsync();

        public new extern Task<TReader> ExecuteReaderAsync(CancellationToken cancellationToken);

        public override extern string CommandText { get; set; }

        public override extern int CommandTimeout { get; set; }

        public override extern CommandType CommandType { get; set; }

        public override extern bool DesignTimeVisible { get; set; }

        public override extern UpdateRowSource UpdatedRowSource { get; set; }

        protected override extern DbConnection DbConnection { get; set; }

        protected override extern DbParameterCollection DbParameterCollection { get; }

        protected override extern DbTransaction DbTransaction { get; set; }

        public override extern void Cancel();

        public override extern int ExecuteNonQuery();

        public override extern object ExecuteScalar();

        public override extern void Prepare();

        public extern ValueTask DisposeAsync();

        protected override extern DbParameter CreateDbParameter();

        protected override extern DbDataReader ExecuteDbDataReader(CommandBehavior behavior);
    }

    public abstract class DeclaredReader : DbDataReader
    {
        public override extern int Depth { get; }

        public override extern int FieldCount { get; }

        public override extern bool HasRows { get; }

        public override extern bool IsClosed { get; }

        public override extern int RecordsAffected { get; }

        public override extern object this[int ordinal] { get; }

        public override extern object this[string name] { get; }

        public override extern bool GetBoolean(int ordinal);

        public override extern byte GetByte(int ordinal);

        public override extern long GetBytes(int ordinal, long dataOffset, byte[] buffer, int bufferOffset, int length);

        public override extern char GetChar(int ordinal);

        public override extern long GetChars(int ordinal, long dataOffset, char[] buffer, int bufferOffset, int length);

        public override extern string GetDataTypeName(int ordinal);

        public override extern DateTime GetDateTime(int ordinal);

        public override extern decimal GetDecimal(int ordinal);

        public override extern double GetDouble(int ordinal);

        public override extern IEnumerator GetEnumerator();

        public override extern Type GetFieldType(int ordinal);

        public override extern float GetFloat(int ordinal);

        public override extern Guid GetGuid(int ordinal);

        public override extern short GetInt16(int ordinal);

        public override extern int GetInt32(int ordinal);

        public override extern long GetInt64(int ordinal);

        public override extern string GetName(int ordinal);

        public override extern int GetOrdinal(string name);

        public override extern string GetString(int ordinal);

        public extern TimeSpan GetTimeSpan(int ordinal);

        public override extern object GetValue(int ordinal);

        public override extern int GetValues(object[] values);

        public override extern bool IsDBNull(int ordinal);

        public override extern bool NextResult();

        public override extern bool Read();

        public extern Task CloseAsync();

        public extern ValueTask DisposeAsync();
    }

    public abstract class DeclaredParameter : DbParameter
    {
        public override extern DbType DbType { get; set; }

        public override extern ParameterDirection Direction { get; set; }

        public override extern bool IsNullable { get; set; }

        public override extern string ParameterName { get; set; }

        public override extern int Size { get; set; }

        public override extern string SourceColumn { get; set; }

        public override extern bool SourceColumnNullMapping { get; set; }

        public override extern object Value { get; set; }

        public override extern void ResetDbType();
    }

    public class DeclaredParameters<TParameter> : DbParameterCollection
        where TParameter : DbParameter
    {
        public override extern int Count { get; }

        public override extern object SyncRoot { get; }

        public new extern TParameter this[string parameterName] { get; set; }

        public new extern TParameter this[int index] { get; set; }

        public extern TParameter Add(TParameter value);

        public extern TParameter Add(string parameterName, object type);

        public extern TParameter Add(string parameterName, object type, int size);

        public extern TParameter AddWithValue(string parameterName, object value);

        public override extern int Add(object value);

        public override extern void AddRange(Array values);

        public override extern void Clear();

        public override extern bool Contains(object value);

        public override extern bool Contains(string value);

        public override extern void CopyTo(Array array, int index);

        public override extern IEnumerator GetEnumerator();

        public override extern int IndexOf(object value);

        public override extern int IndexOf(string parameterName);

        public override extern void Insert(int index, object value);

        public override extern void Remove(object value);

        public override extern void RemoveAt(int index);

        public override extern void RemoveAt(string parameterName);

        protected override extern DbParameter GetParameter(int index);

        protected override extern DbParameter GetParameter(string parameterName);

        protected override extern void SetParameter(int index, DbParameter value);

        protected override extern void SetParameter(string parameterName, DbParameter value);
    }

    public abstract class DeclaredAdapter<TCommand> : DbDataAdapter
        where TCommand : DbCommand
    {
        public new extern TCommand SelectCommand { get; set; }
    }
}

namespace System.Data.SqlClient
{
    public sealed class SqlConnection : DeclaredConnection<SqlCommand, SqlTransaction>
    {
        public extern SqlConnection();

        public extern SqlConnection(string connectionString);
    }

    public sealed class SqlCommand : DeclaredCommand<SqlConnection, SqlTransaction, SqlDataReader, SqlParameter>
    {
        public extern SqlCommand();

        public extern SqlCommand(string commandText);

        public extern SqlCommand(string commandText, SqlConnection connection, SqlTransaction transaction = null);
    }

    public sealed class SqlDataReader : DeclaredReader;

    public sealed class SqlParameter : DeclaredParameter
    {
        public extern SqlParameter();

        public extern SqlParameter(string parameterName, object value);
    }

    public abstract class SqlTransaction : DbTransaction;

    public sealed class SqlDataAdapter : DeclaredAdapter<SqlCommand>
    {
        public extern SqlDataAdapter();

        public extern SqlDataAdapter(SqlCommand selectCommand);

        public extern SqlDataAdapter(string selectCommandText, SqlConnection connection);

        public extern SqlDataAdapter(string selectCommandText, string connectionString);
    }

    public sealed class SqlClientFactory : DbProviderFactory
    {
        public static readonly SqlClientFactory Instance;
    }
}

namespace Microsoft.Data.SqlClient
{
    public sealed class SqlConnection : DeclaredConnection<SqlCommand, SqlTransaction>
    {
        public extern SqlConnection();

        public extern SqlConnection(string connectionString);
    }

    public sealed class SqlCommand : DeclaredCommand<SqlConnection, SqlTransaction, SqlDataReader, SqlParameter>
    {
        public extern SqlCommand();

        public extern SqlCommand(string commandText);

        public extern SqlCommand(string commandText, SqlConnection connection, SqlTransaction transaction = null);
    }

    public sealed class SqlDataReader : DeclaredReader;

    public sealed class SqlParameter : DeclaredParameter
    {
        public extern SqlParameter();

        public extern SqlParameter(string parameterName, object value);
    }

    public abstract class SqlTransaction : DbTransaction;

    public sealed class SqlDataAdapter : DeclaredAdapter<SqlCommand>
    {
        public extern SqlDataAdapter();

        public extern SqlDataAdapter(SqlCommand selectCommand);

        public extern SqlDataAdapter(string selectCommandText, SqlConnection connection);

        public extern SqlDataAdapter(string selectCommandText, string connectionString);
    }

    public sealed class SqlClientFactory : DbProviderFactory
    {
        public static readonly SqlClientFactory Instance;
    }
}

namespace Microsoft.Data.Sqlite
{
    public sealed class SqliteConnection : DeclaredConnection<SqliteCommand, SqliteTransaction>
    {
        public extern SqliteConnection();

        public extern SqliteConnection(string connectionString);
    }

    public sealed class SqliteCommand : DeclaredCommand<SqliteConnection, SqliteTransaction, SqliteDataReader, SqliteParameter>
    {
        public extern SqliteCommand();

        public extern SqliteCommand(string commandText);

        public extern SqliteCommand(string commandText, SqliteConnection connection, SqliteTransaction transaction = null);
    }

    public sealed class SqliteDataReader : DeclaredReader;

    public sealed class SqliteParameter : DeclaredParameter
    {
        public extern SqliteParameter();

        public extern SqliteParameter(string parameterName, object value);
    }

    public abstract class SqliteTransaction : DbTransaction;

    public sealed class SqliteFactory : DbProviderFactory
    {
        public static readonly SqliteFactory Instance;
    }
}

namespace System.Data.SQLite
{
    public sealed class SQLiteConnection : DeclaredConnection<SQLiteCommand, SQLiteTransaction>
    {
        public extern SQLiteConnection();

        public extern SQLiteConnection(string connectionString);
    }

    public sealed class SQLiteCommand : DeclaredCommand<SQLiteConnection, SQLiteTransaction, SQLiteDataReader, SQLiteParameter>
    {
        public extern SQLiteCommand();

        public extern SQLiteCommand(string commandText);

        public extern SQLiteCommand(string commandText, SQLiteConnection connection, SQLiteTransaction transaction = null);
    }

    public sealed class SQLiteDataReader : DeclaredReader;

    public sealed class SQLiteParameter : DeclaredParameter
    {
        public extern SQLiteParameter();

        public extern SQLiteParameter(string parameterName, object value);
    }

    public abstract class SQLiteTransaction : DbTransaction;

    public sealed class SQLiteDataAdapter : DeclaredAdapter<SQLiteCommand>
    {
        public extern SQLiteDataAdapter();

        public extern SQLiteDataAdapter(SQLiteCommand selectCommand);

        public extern SQLiteDataAdapter(string selectCommandText, SQLiteConnection connection);

        public extern SQLiteDataAdapter(string selectCommandText, string connectionString);
    }

    public sealed class SQLiteFactory : DbProviderFactory
    {
        public static readonly SQLiteFactory Instance;
    }
}

namespace Npgsql
{
    public sealed class NpgsqlConnection : DeclaredConnection<NpgsqlCommand, NpgsqlTransaction>
    {
        public extern NpgsqlConnection();

        public extern NpgsqlConnection(string connectionString);
    }

    public sealed class NpgsqlCommand : DeclaredCommand<NpgsqlConnection, NpgsqlTransaction, NpgsqlDataReader, NpgsqlParameter>
    {
        public extern NpgsqlCommand();

        public extern NpgsqlCommand(string commandText);

        public extern NpgsqlCommand(string commandText, NpgsqlConnection connection, NpgsqlTransaction transaction = null);
    }

    public sealed class NpgsqlDataReader : DeclaredReader;

    public sealed class NpgsqlParameter : DeclaredParameter
    {
        public extern NpgsqlParameter();

        public extern NpgsqlParameter(string parameterName, object value);
    }

    public abstract class NpgsqlTransaction : DbTransaction;

    public sealed class NpgsqlDataAdapter : DeclaredAdapter<NpgsqlCommand>
    {
        public extern NpgsqlDataAdapter();

        public extern NpgsqlDataAdapter(NpgsqlCommand selectCommand);

        public extern NpgsqlDataAdapter(string selectCommandText, NpgsqlConnection connection);

        public extern NpgsqlDataAdapter(string selectCommandText, string connectionString);
    }

    public sealed class NpgsqlFactory : DbProviderFactory
    {
        public static readonly NpgsqlFactory Instance;
    }
}

namespace MySql.Data.MySqlClient
{
    public sealed class MySqlConnection : DeclaredConnection<MySqlCommand, MySqlTransaction>
    {
        public extern MySqlConnection();

        public extern MySqlConnection(string connectionString);
    }

    public sealed class MySqlCommand : DeclaredCommand<MySqlConnection, MySqlTransaction, MySqlDataReader, MySqlParameter>
    {
        public extern MySqlCommand();

        public extern MySqlCommand(string commandText);

        public extern MySqlCommand(string commandText, MySqlConnection connection, MySqlTransaction transaction = null);
    }

    public sealed class MySqlDataReader : DeclaredReader;

    public sealed class MySqlParameter : DeclaredParameter
    {
        public extern MySqlParameter();

        public extern MySqlParameter(string parameterName, object value);
    }

    public abstract class MySqlTransaction : DbTransaction;

    public sealed class MySqlDataAdapter : DeclaredAdapter<MySqlCommand>
    {
        public extern MySqlDataAdapter();

        public extern MySqlDataAdapter(MySqlCommand selectCommand);

        public extern MySqlDataAdapter(string selectCommandText, MySqlConnection connection);

        public extern MySqlDataAdapter(string selectCommandText, string connectionString);
    }

    public sealed class MySqlClientFactory : DbProviderFactory
    {
        public static readonly MySqlClientFactory Instance;
    }
}

namespace MySqlConnector
{
    public sealed class MySqlConnection : DeclaredConnection<MySqlCommand, MySqlTransaction>
    {
        public extern MySqlConnection();

        public extern MySqlConnection(string connectionString);
    }

    public sealed class MySqlCommand : DeclaredCommand<MySqlConnection, MySqlTransaction, MySqlDataReader, MySqlParameter>
    {
        public extern MySqlCommand();

        public extern MySqlCommand(string commandText);

        public extern MySqlCommand(string commandText, MySqlConnection connection, MySqlTransaction transaction = null);
    }

    public sealed class MySqlDataReader : DeclaredReader;

    public sealed class MySqlParameter : DeclaredParameter
    {
        public extern MySqlParameter();

        public extern MySqlParameter(string parameterName, object value);
    }

    public abstract class MySqlTransaction : DbTransaction;

    public sealed class MySqlDataAdapter : DeclaredAdapter<MySqlCommand>
    {
        public extern MySqlDataAdapter();

        public extern MySqlDataAdapter(MySqlCommand selectCommand);

        public extern MySqlDataAdapter(string selectCommandText, MySqlConnection connection);

        public extern MySqlDataAdapter(string selectCommandText, string connectionString);
    }

    public sealed class MySqlConnectorFactory : DbProviderFactory
    {
        public static readonly MySqlConnectorFactory Instance;
    }
}

namespace Oracle.ManagedDataAccess.Client
{
    public sealed class OracleConnection : DeclaredConnection<OracleCommand, OracleTransaction>
    {
        public extern OracleConnection();

        public extern OracleConnection(string connectionString);
    }

    public sealed class OracleCommand : DeclaredCommand<OracleConnection, OracleTransaction, OracleDataReader, OracleParameter>
    {
        public extern OracleCommand();

        public extern OracleCommand(string commandText);

        public extern OracleCommand(string commandText, OracleConnection connection, OracleTransaction transaction = null);
    }

    public sealed class OracleDataReader : DeclaredReader;

    public sealed class OracleParameter : DeclaredParameter
    {
        public extern OracleParameter();

        public extern OracleParameter(string parameterName, object value);
    }

    public abstract class OracleTransaction : DbTransaction;

    public sealed class OracleDataAdapter : DeclaredAdapter<OracleCommand>
    {
        public extern OracleDataAdapter();

        public extern OracleDataAdapter(OracleCommand selectCommand);

        public extern OracleDataAdapter(string selectCommandText, OracleConnection connection);

        public extern OracleDataAdapter(string selectCommandText, string connectionString);
    }

    public sealed class OracleClientFactory : DbProviderFactory
    {
        public static readonly OracleClientFactory Instance;
    }
}

namespace System.Data.OleDb
{
    public sealed class OleDbConnection : DeclaredConnection<OleDbCommand, OleDbTransaction>
    {
        public extern OleDbConnection();

        public extern OleDbConnection(string connectionString);
    }

    public sealed class OleDbCommand : DeclaredCommand<OleDbConnection, OleDbTransaction, OleDbDataReader, OleDbParameter>
    {
        public extern OleDbCommand();

        public extern OleDbCommand(string commandText);

        public extern OleDbCommand(string commandText, OleDbConnection connection, OleDbTransaction transaction = null);
    }

    public sealed class OleDbDataReader : DeclaredReader;

    public sealed class OleDbParameter : DeclaredParameter
    {
        public extern OleDbParameter();

        public extern OleDbParameter(string parameterName, object value);
    }

    public abstract class OleDbTransaction : DbTransaction;

    public sealed class OleDbDataAdapter : DeclaredAdapter<OleDbCommand>
    {
        public extern OleDbDataAdapter();

        public extern OleDbDataAdapter(OleDbCommand selectCommand);

        public extern OleDbDataAdapter(string selectCommandText, OleDbConnection connection);

        public extern OleDbDataAdapter(string selectCommandText, string connectionString);
    }

    public sealed class OleDbFactory : DbProviderFactory
    {
        public static readonly OleDbFactory Instance;
    }
}

namespace System.Data.Odbc
{
    public sealed class OdbcConnection : DeclaredConnection<OdbcCommand, OdbcTransaction>
    {
        public extern OdbcConnection();

        public extern OdbcConnection(string connectionString);
    }

    public sealed class OdbcCommand : DeclaredCommand<OdbcConnection, OdbcTransaction, OdbcDataReader, OdbcParameter>
    {
        public extern OdbcCommand();

        public extern OdbcCommand(string commandText);

        public extern OdbcCommand(string commandText, OdbcConnection connection, OdbcTransaction transaction = null);
    }

    public sealed class OdbcDataReader : DeclaredReader;

    public sealed class OdbcParameter : DeclaredParameter
    {
        public extern OdbcParameter();

        public extern OdbcParameter(string parameterName, object value);
    }

    public abstract class OdbcTransaction : DbTransaction;

    public sealed class OdbcDataAdapter : DeclaredAdapter<OdbcCommand>
    {
        public extern OdbcDataAdapter();

        public extern OdbcDataAdapter(OdbcCommand selectCommand);

        public extern OdbcDataAdapter(string selectCommandText, OdbcConnection connection);

        public extern OdbcDataAdapter(string selectCommandText, string connectionString);
    }

    public sealed class OdbcFactory : DbProviderFactory
    {
        public static readonly OdbcFactory Instance;
    }
}

namespace FirebirdSql.Data.FirebirdClient
{
    public sealed class FbConnection : DeclaredConnection<FbCommand, FbTransaction>
    {
        public extern FbConnection();

        public extern FbConnection(string connectionString);
    }

    public sealed class FbCommand : DeclaredCommand<FbConnection, FbTransaction, FbDataReader, FbParameter>
    {
        public extern FbCommand();

        public extern FbCommand(string commandText);

        public extern FbCommand(string commandText, FbConnection connection, FbTransaction transaction = null);
    }

    public sealed class FbDataReader : DeclaredReader;

    public sealed class FbParameter : DeclaredParameter
    {
        public extern FbParameter();

        public extern FbParameter(string parameterName, object value);
    }

    public abstract class FbTransaction : DbTransaction;

    public sealed class FbDataAdapter : DeclaredAdapter<FbCommand>
    {
        public extern FbDataAdapter();

        public extern FbDataAdapter(FbCommand selectCommand);

        public extern FbDataAdapter(string selectCommandText, FbConnection connection);

        public extern FbDataAdapter(string selectCommandText, string connectionString);
    }

    public sealed class FirebirdClientFactory : DbProviderFactory
    {
        public static readonly FirebirdClientFactory Instance;
    }
}
