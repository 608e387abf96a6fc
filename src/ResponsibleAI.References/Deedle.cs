using System;
using System.Collections.Generic;
using System.IO;

// Frames of named columns: how they are read, and how columns and rows are taken from them.
namespace Deedle
{
    public static class Frame
    {
        public static extern Frame<int, string> ReadCsv(string location, bool? hasHeaders = null, bool? inferTypes = null, int? inferRows = null, string schema = null, string separators = null, string culture = null, int? maxRows = null,
            string[] missingValues = null, bool? preferOptions = null);

        public static extern Frame<int, string> ReadCsv(Stream stream, bool? hasHeaders = null, bool? inferTypes = null, int? inferRows = null, string schema = null, string separators = null, string culture = null, int? maxRows = null,
            string[] missingValues = null, bool? preferOptions = null);

        public static extern Frame<int, string> FromRecords<T>(IEnumerable<T> values);
    }

    public class Frame<TRowKey, TColumnKey>
    {
        public extern Series<TRowKey, double> this[TColumnKey column] { get; set; }

        public ColumnSeries<TRowKey, TColumnKey> Columns { get; }

        public RowSeries<TRowKey, TColumnKey> Rows { get; }

        public IEnumerable<TColumnKey> ColumnKeys { get; }

        public IEnumerable<TRowKey> RowKeys { get; }

        public int ColumnCount { get; }

        public int RowCount { get; }

        public extern Series<TRowKey, T> GetColumn<T>(TColumnKey column);

        public extern ObjectSeries<TColumnKey> GetRow<T>(TRowKey row);

        public extern void AddColumn<T>(TColumnKey column, IEnumerable<T> series);

        public extern void AddColumn<T>(TColumnKey column, Series<TRowKey, T> series);

        public extern void ReplaceColumn<T>(TColumnKey column, IEnumerable<T> data);

        public extern void ReplaceColumn<T>(TColumnKey column, Series<TRowKey, T> series);

        public extern void DropColumn(TColumnKey column);

        public extern void RenameColumn(TColumnKey oldKey, TColumnKey newKey);

        public extern Frame<TRowKey, TColumnKey> Clone();

        public extern T[,] ToArray2D<T>();

        public extern T[,] ToArray2D<T>(T defaultValue);
    }

    public static class FrameExtensions
    {
        public static extern Frame<TRow, TColumn> Where<TRow, TColumn>(this Frame<TRow, TColumn> frame, Func<KeyValuePair<TRow, ObjectSeries<TColumn>>, bool> condition);

        public static extern Frame<TNew, TColumn> IndexRowsWith<TRow, TColumn, TNew>(this Frame<TRow, TColumn> frame, IEnumerable<TNew> keys);

        public static extern Frame<TRow, TColumn> SortRowsByKey<TRow, TColumn>(this Frame<TRow, TColumn> frame);

        public static extern Frame<TRow, TColumn> FillMissing<TRow, TColumn, T>(this Frame<TRow, TColumn> frame, T value);

        public static extern Frame<TRow, TColumn> DropSparseRows<TRow, TColumn>(this Frame<TRow, TColumn> frame);

        public static extern Frame<TRow, TColumn> DropSparseColumns<TRow, TColumn>(this Frame<TRow, TColumn> frame);

        public static extern void SaveCsv<TRow, TColumn>(this Frame<TRow, TColumn> frame, string path, bool includeRowKeys = false, IEnumerable<string> keyNames = null, char separator = ',');

        public static extern void Print<TKey, TValue>(this Series<TKey, TValue> series);

        public static extern void Print<TRow, TColumn>(this Frame<TRow, TColumn> frame);
    }

    public class Series<TKey, TValue>
    {
        public IEnumerable<TKey> Keys { get; }

        public IEnumerable<TValue> Values { get; }

        public int KeyCount { get; }

        public int ValueCount { get; }

        public extern TValue this[TKey key] { get; }

        public extern Series<TKey, TResult> Select<TResult>(Func<KeyValuePair<TKey, TValue>, TResult> projection);

        public extern Series<TKey, TResult> SelectValues<TResult>(Func<TValue, TResult> projection);

        public extern Series<TKey, TValue> Where(Func<KeyValuePair<TKey, TValue>, bool> condition);

        public static extern Series<TKey, double> operator +(Series<TKey, TValue> left, Series<TKey, TValue> right);

        public static extern Series<TKey, double> operator -(Series<TKey, TValue> left, Series<TKey, TValue> right);

        public static extern Series<TKey, double> operator *(Series<TKey, TValue> left, Series<TKey, TValue> right);

        public static extern Series<TKey, double> operator /(Series<TKey, TValue> left, Series<TKey, TValue> right);

        public static extern Series<TKey, double> operator +(Series<TKey, TValue> left, double right);

        public static extern Series<TKey, double> operator -(Series<TKey, TValue> left, double right);

        public static extern Series<TKey, double> operator *(Series<TKey, TValue> left, double right);

        public static extern Series<TKey, double> operator /(Series<TKey, TValue> left, double right);
    }

    public class ObjectSeries<TKey> : Series<TKey, object>
    {
        public extern T GetAs<T>(TKey column);

        public extern T GetAs<T>(TKey column, T fallback);

        public extern IEnumerable<T> GetValues<T>();
    }

    public class ColumnSeries<TRowKey, TColumnKey> : Series<TColumnKey, ObjectSeries<TRowKey>>
    {
        public extern Frame<TRowKey, TColumnKey> this[IEnumerable<TColumnKey> columns] { get; }
    }

    public class RowSeries<TRowKey, TColumnKey> : Series<TRowKey, ObjectSeries<TColumnKey>>
    {
        public extern Frame<TRowKey, TColumnKey> this[IEnumerable<TRowKey> rows] { get; }
    }
}
