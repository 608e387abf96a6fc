using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

/// <summary>Each layer that can decide, and that a stronger one wins.</summary>
public class LayersTests
{
    [Fact]
    public void Our_attribute_decides_over_the_card_and_the_name()
    {
        var card = Card(new CardColumn("Age", ["user.health"], null, "unchanged"));

        var age = Rows.Assess("""public class Row { [PersonalData("user.demographic.age_range")] public float Age; }""", "Row", card).Column("Age");

        Assert.Equal(new PersonalColumn("user.demographic.age_range", DecidingLayer.Attribute, "attribute [PersonalData]"), age);
    }

    [Fact]
    public void Our_attribute_can_say_that_somebody_looked_and_it_is_not_personal()
    {
        var row = Rows.Assess("""public class Person { [PersonalData("none")] public float Age; public string Name; }""", "Person");

        Assert.Null(row.Column("Age"));
        Assert.NotNull(row.Column("Name"));
    }

    [Fact]
    public void Our_attribute_on_the_type_makes_every_column_personal()
    {
        var row = Rows.Assess("[PersonalData] public class Row { public float V1; public string Name; }", "Row");

        Assert.True(row.AboutPeople);
        Assert.Equal(DecidingLayer.RowSubject, row.Column("V1")?.Layer);
        Assert.Equal(DecidingLayer.ContextualName, row.Column("Name")?.Layer);
    }

    [Fact]
    public void Our_attribute_on_the_type_can_say_that_the_row_is_about_nobody()
    {
        var row = Rows.Assess("""[PersonalData("none")] public class Person { public float Age; public string Gender; }""", "Person");

        Assert.False(row.AboutPeople);
        Assert.All(row.Columns, column => Assert.Null(column.Personal));
    }

    [Fact]
    public void A_category_that_was_renamed_gets_its_current_name()
    {
        var snapshot = EnglishLexicon.Snapshot with { Categories = [new DataCategory { Key = "user.biometric.voice", ReplacedBy = "user.biometrics.voice" }] };

        var row = Rows.Assess("""public class Row { [PersonalData("user.biometric.voice")] public float[] Mfcc; }""", "Row", snapshot: snapshot);

        Assert.Equal("user.biometrics.voice", row.Column("Mfcc")?.Category);
    }

    [Fact]
    public void Attributes_on_the_parameters_of_a_record_are_meant_for_its_columns()
    {
        var row = Rows.Assess("""public record Row([PersonalData("user.health")] float Marker, float Other);""", "Row");

        Assert.Equal("user.health", row.Column("Marker")?.Category);
    }

    [Theory]
    [InlineData("PersonalData")]
    [InlineData("ProtectedPersonalData")]
    public void The_attributes_of_ASPNET_Identity_decide_and_the_name_gives_the_category(string attribute)
    {
        var row = Rows.Assess($$"""
            namespace Microsoft.AspNetCore.Identity
            {
                public class PersonalDataAttribute : Attribute { }
                public class ProtectedPersonalDataAttribute : PersonalDataAttribute { }
            }
            public class Row { [Microsoft.AspNetCore.Identity.{{attribute}}] public string Email { get; set; } [Microsoft.AspNetCore.Identity.{{attribute}}] public string Theme { get; set; } }
            """, "Row");

        Assert.Equal(new PersonalColumn("user.contact.email", DecidingLayer.Attribute, $"attribute [{attribute}]"), row.Column("Email"));
        Assert.Equal(new PersonalColumn("user", DecidingLayer.Attribute, $"attribute [{attribute}]"), row.Column("Theme"));
        Assert.True(row.AboutPeople);
    }

    [Fact]
    public void Compliance_classifications_decide_unless_they_say_public()
    {
        var row = Rows.Assess("""
            namespace Microsoft.Extensions.Compliance.Classification { public class DataClassificationAttribute : Attribute { } }
            public class PiiAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { }
            public class PublicDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { }
            public class Row { [Pii] public float Marker; [PublicData] public float Score; }
            """, "Row");

        Assert.Equal(new PersonalColumn("user", DecidingLayer.Attribute, "attribute [Pii]"), row.Column("Marker"));
        Assert.NotEqual(DecidingLayer.Attribute, row.Column("Score")?.Layer);
    }

    [Theory]
    [InlineData("EmailAddress", "user.contact.email")]
    [InlineData("Phone", "user.contact.phone_number")]
    [InlineData("CreditCard", "user.financial.credit_card")]
    [InlineData("DataType(DataType.EmailAddress)", "user.contact.email")]
    [InlineData("DataType(DataType.PostalCode)", "user.contact.address.postal_code")]
    public void Data_annotations_give_the_category_and_do_not_say_that_the_row_is_a_person(string attribute, string category)
    {
        var row = Rows.Assess($"using System.ComponentModel.DataAnnotations; public class Shop {{ [{attribute}] public string Field1 {{ get; set; }} public float Sales {{ get; set; }} }}", "Shop");

        Assert.Equal(category, row.Column("Field1")?.Category);
        Assert.Null(row.Column("Sales"));
    }

    [Fact]
    public void Data_annotations_about_form_say_nothing() =>
        Assert.Null(Rows.Assess("using System.ComponentModel.DataAnnotations; public class Shop { [DataType(DataType.Html)] public string Field1 { get; set; } }", "Shop").Column("Field1"));

    [Fact]
    public void An_attribute_that_only_has_the_name_of_ours_says_nothing() =>
        Assert.Null(Rows.Assess("namespace Other { public class PersonalDataAttribute : Attribute { } } public class Row { [Other.PersonalData] public float Field1; }", "Row").Column("Field1"));

    [Fact]
    public void A_protected_attribute_is_about_a_person()
    {
        var row = Rows.Assess("public class Row { [ProtectedAttribute] public string Dialect; public float V1; }", "Row");

        Assert.Equal("user.demographic.language", row.Column("Dialect")?.Category);
        Assert.Equal("user", row.Column("V1")?.Category);
    }

    [Theory]
    [InlineData("MaritalStatus")]
    [InlineData("maritalStatus")]
    [InlineData("marital-status")]
    [InlineData("MARITALSTATUS")]
    public void The_column_of_a_card_is_found_in_any_spelling(string inCard)
    {
        var card = Card(new CardColumn(inCard, ["user.demographic.profile"], null, "unchanged"));

        Assert.Equal(
            new PersonalColumn("user.demographic.profile", DecidingLayer.DataCard, "data card 'd'"),
            Rows.Class("ModelInput", "string MaritalStatus, float V1", card).Column("MaritalStatus"));
    }

    [Fact]
    public void The_column_of_a_card_is_found_by_column_name_and_by_member_name()
    {
        const string Source = """public class Row { [ColumnName("Label")] public float Grade { get; set; } [ColumnName("x1")] public float Col0 { get; set; } }""";
        var card = Card(new CardColumn("Grade", ["user.education"], null, "unchanged"), new CardColumn("x1", ["user.health"], null, "unchanged"));

        var row = Rows.Assess(Source, "Row", card);

        Assert.Equal("user.education", row.Column("Label")?.Category);
        Assert.Equal("user.health", row.Column("x1")?.Category);
    }

    [Fact]
    public void A_role_without_category_is_personal_and_the_name_gives_the_category()
    {
        var card = Card(new CardColumn("Sex", [], ["protected"], "unchanged"), new CardColumn("Code", [], ["quasi-identifier"], "unchanged"));

        var row = Rows.Class("ModelInput", "string Sex, string Code", card);

        Assert.Equal(("user.demographic.gender", DecidingLayer.DataCard), (row.Column("Sex")!.Category, row.Column("Sex")!.Layer));
        Assert.Equal(("user", DecidingLayer.DataCard), (row.Column("Code")!.Category, row.Column("Code")!.Layer));
    }

    [Fact]
    public void A_category_of_the_system_says_that_the_column_is_not_personal()
    {
        var row = Rows.Class("Person", "string Gender, float Age", Card(new CardColumn("Gender", ["system.operations"], null, "unchanged")));

        Assert.Null(row.Column("Gender"));
        Assert.NotNull(row.Column("Age"));
    }

    [Fact]
    public void A_card_that_only_lists_a_column_leaves_it_to_the_name() =>
        Assert.Equal(DecidingLayer.StrictName, Rows.Class("ModelInput", "string Gender", Card(new CardColumn("Gender", [], null, "unchanged"))).Column("Gender")?.Layer);

    [Theory]
    [InlineData("System.Net.IPAddress Origin", "user.device.ip_address")]
    [InlineData("System.Net.Mail.MailAddress Origin", "user.contact.email")]
    [InlineData("System.Net.NetworkInformation.PhysicalAddress Origin", "user.device.device_id")]
    [InlineData("Gender? Origin", "user.demographic.gender")]
    [InlineData("Marked Origin", "user.health")]
    public void The_type_of_the_value_decides_when_nothing_stronger_does(string declaration, string category)
    {
        var row = Rows.Assess($$"""public enum Gender { A, B } [PersonalData("user.health")] public struct Marked { } public class Row { public {{declaration}}; }""", "Row");

        Assert.Equal((category, DecidingLayer.ValueType), (row.Column("Origin")!.Category, row.Column("Origin")!.Layer));
    }

    [Fact]
    public void The_type_of_a_place_tells_where_somebody_is_and_not_where_a_shop_is()
    {
        const string Source = """
            namespace NetTopologySuite.Geometries { public class Point { } }
            public class Commuter { public NetTopologySuite.Geometries.Point Origin; }
            public class Store { public NetTopologySuite.Geometries.Point Origin; }
            """;

        Assert.Equal(new PersonalColumn("user.location.precise", DecidingLayer.ValueType, "value type Point"), Rows.Assess(Source, "Commuter").Column("Origin"));
        Assert.Null(Rows.Assess(Source, "Store").Column("Origin"));
    }

    [Fact]
    public void Classifications_of_ones_own_library_count_through_every_base_class()
    {
        var row = Rows.Assess("""
            namespace Microsoft.Extensions.Compliance.Classification { public class DataClassificationAttribute : Attribute { } }
            public class CompanyDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { }
            public class PrivateAttribute : CompanyDataAttribute { }
            public class LookAlikeClassificationAttribute : Attribute { }
            public class Row { [Private] public string Email; [Private] public float V1; [LookAlikeClassification] public float V2; }
            """, "Row");

        Assert.Equal(("user.contact.email", DecidingLayer.Attribute), (row.Column("Email")!.Category, row.Column("Email")!.Layer));
        Assert.Equal(DecidingLayer.Attribute, row.Column("V1")?.Layer);
        Assert.Equal(DecidingLayer.RowSubject, row.Column("V2")?.Layer);
    }

    [Fact]
    public void Evidence_of_a_name_says_the_words_of_the_lexicon() =>
        Assert.Equal("name 'marital status'", Rows.Class("ModelInput", "string maritalStatus").Column("maritalStatus")?.Evidence);

    [Fact]
    public void Members_are_public_properties_and_fields_inherited_ones_first()
    {
        var row = Rows.Assess("""
            public class Base { public string Name { get; set; } public virtual float Age { get; set; } public static string Ssn; private string Email; }
            public class Row : Base { public override float Age { get; set; } public string Gender; [NoColumn] public string Phone; public const string Race = ""; public float this[int i] => 0; }
            """, "Row");

        Assert.Equal(["Name", "Age", "Gender"], row.Columns.Select(column => column.Column));
    }

    [Fact]
    public void Broken_code_is_assessed_as_far_as_it_can_be_read()
    {
        var row = Rows.Assess("public class Row : Missing { public Unknown Gender { get; set; } [Nope(] public float Age public string", "Row");

        Assert.Contains(row.Columns, column => column is { Column: "Gender", Personal: not null });
    }

    private static DataCard Card(params CardColumn[] columns) => new() { Id = "d", Columns = columns };
}
