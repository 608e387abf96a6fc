using System;
using System.Collections.Generic;

namespace Microsoft.ML.SearchSpace
{
    public abstract class OptionBase;

    public class SearchSpace : OptionBase
    {
        public extern OptionBase this[string key] { get; set; }

        public extern void Add(string key, OptionBase value);
    }

    public sealed class SearchSpace<T> : SearchSpace
        where T : class, new()
    {
        public extern SearchSpace();

        public extern SearchSpace(T defaultOption);
    }

    public abstract class Parameter
    {
        public extern Parameter this[string key] { get; set; }

        public static extern Parameter FromDouble(double value);

        public static extern Parameter FromFloat(float value);

        public static extern Parameter FromLong(long value);

        public static extern Parameter FromInt(int value);

        public static extern Parameter FromString(string value);

        public static extern Parameter FromBool(bool value);

        public static extern Parameter FromObject<T>(T value)
            where T : class;

        public static extern Parameter CreateNestedParameter(params KeyValuePair<string, Parameter>[] parameters);

        public extern T AsType<T>();
    }

    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
    public sealed class RangeAttribute : Attribute
    {
        public extern RangeAttribute(double min, double max, bool logBase = false);

        public extern RangeAttribute(double min, double max, double init, bool logBase = false);

        public extern RangeAttribute(int min, int max, bool logBase = false);

        public extern RangeAttribute(int min, int max, int init, bool logBase = false);

        public extern RangeAttribute(float min, float max, bool logBase = false);

        public extern RangeAttribute(float min, float max, float init, bool logBase = false);
    }

    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
    public sealed class ChoiceAttribute : Attribute
    {
        public extern ChoiceAttribute(params object[] candidates);
    }

    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
    public sealed class BooleanChoiceAttribute : Attribute
    {
        public extern BooleanChoiceAttribute();

        public extern BooleanChoiceAttribute(bool defaultValue);
    }

    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
    public sealed class NestOptionAttribute : Attribute;
}

namespace Microsoft.ML.SearchSpace.Option
{
    public abstract class UniformNumericOption : OptionBase;

    public sealed class UniformDoubleOption : UniformNumericOption
    {
        public extern UniformDoubleOption(double min, double max, bool logBase = false, double? defaultValue = null);
    }

    public sealed class UniformSingleOption : UniformNumericOption
    {
        public extern UniformSingleOption(float min, float max, bool logBase = false, float? defaultValue = null);
    }

    public sealed class UniformIntOption : UniformNumericOption
    {
        public extern UniformIntOption(int min, int max, bool logBase = false, int? defaultValue = null);
    }

    public sealed class ChoiceOption : OptionBase
    {
        public extern ChoiceOption(params object[] choices);

        public extern ChoiceOption(object[] choices, object defaultChoice);
    }
}
