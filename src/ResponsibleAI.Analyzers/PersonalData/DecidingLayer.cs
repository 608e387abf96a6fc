namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>What decided that a column is personal, strongest first. A stronger layer is never overruled by a weaker one.</summary>
internal enum DecidingLayer
{
    /// <summary>An attribute in the code.</summary>
    Attribute,

    /// <summary>The column of the data card.</summary>
    DataCard,

    /// <summary>The type of the value, such as a mail address.</summary>
    ValueType,

    /// <summary>A name that is enough by itself, such as MaritalStatus.</summary>
    StrictName,

    /// <summary>A name that means a person only in a row about people, such as Name.</summary>
    ContextualName,

    /// <summary>Nothing about the column itself: the row describes a person, so everything in it relates to that person.</summary>
    RowSubject,
}
